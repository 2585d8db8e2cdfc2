"""Reads whatever file an archivist has: recognises by its content what it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from corpuscli.errors import InputError

if TYPE_CHECKING:
    from corpuscli.model.reading import Reading

STANDARD_INPUT = "-"


def read_source(path: str) -> tuple[str, str]:
    """Read a file, or standard input for ``-``.

    Returns:
        Its text, and how to name it.

    Raises:
        InputError: It is not there, or no text.
    """
    from corpuscli.store.corpus import shown_path
    from corpuscli.store.files import decode, read_text

    if path == STANDARD_INPUT:
        return decode(sys.stdin.buffer.read(), "standard input"), "standard input"
    return read_text(path, shown_path(path)), shown_path(path)


def read_letters(path: str, *, day_first: bool | None = None) -> list[Reading]:
    """Read the letters of a file.

    Raises:
        InputError: It cannot be read, or holds no letter.
    """
    from corpuscli.intake.page.reader import read_page

    text, shown = read_source(path)
    if not text.strip():
        raise InputError("empty: no letter in it", shown)
    readings = read_page(text, origin=shown, day_first=day_first)
    if not readings:
        raise InputError("no letter found: neither number, header nor date line", shown)
    return readings


def read_typed(path: str) -> Reading:
    """Read a text as it is: all of it is the letter's.

    Raises:
        InputError: It cannot be read, or is empty.
    """
    from corpuscli.model.reading import Reading

    text, shown = read_source(path)
    kept = text.removeprefix("\ufeff").replace("\r\n", "\n").strip("\n")
    if not kept.strip():
        raise InputError("no text: a letter that is typed in needs words", shown)
    return Reading(fields=(), text=kept, origin=shown)
