"""Writes files that are no part of a corpus: a baseline, the summary of a CI job."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from corpuscli.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Generator


def write_text(path: str, text: str) -> None:
    """Write a file whole: the old one stands until the new one is complete.

    Raises:
        WriteError: It cannot be written.
    """
    from corpuscli.store.writing.disk import remove_quietly, temporary_name, write_synced

    target = os.path.realpath(path)
    temporary = temporary_name(target)
    try:
        write_synced(temporary, text.encode("utf-8"))
        os.replace(temporary, target)
    except OSError as problem:
        remove_quietly(temporary)
        raise WriteError(f"{path}: {problem.strerror}: nothing was written") from None


def append_text(path: str, text: str) -> None:
    """Add to the end of a file.

    Raises:
        WriteError: It cannot be written.
    """
    try:
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as problem:
        raise WriteError(f"{path}: {problem.strerror}") from None


@contextmanager
def replacing(path: str) -> Generator[TextIO]:
    """Open a file that is written piece by piece; the old one stands until the new one is complete.

    Raises:
        WriteError: It cannot be written.
    """
    from corpuscli.store.writing.disk import remove_quietly, temporary_name

    target = os.path.realpath(path)
    temporary = temporary_name(target)
    try:
        with open(temporary, "x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except OSError as problem:
        raise WriteError(f"{path}: {problem.strerror}: nothing was written") from None
    finally:
        remove_quietly(temporary)
