"""Reads whatever file an archivist has: recognises by its content what it is."""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.data.file_kinds import file_kind
from corpuscli.errors import InputError
from corpuscli.model.reading import ReadField, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.store.corpus import Corpus

STANDARD_INPUT = "-"
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<|\xff\xfe\s*<\0|\xfe\xff\s*\0<")
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<body[\s>]|<(?:p|div|h[1-6]|table)[\s>]", re.IGNORECASE)
_NOT_HTML = re.compile(rb"<(?:\w+:)?(?:TEI|teiCorpus|TEI\.2)[\s>]")
_ADDRESS = re.compile(r"https?://|ftp://|www\.[\w-]+\.", re.IGNORECASE)
_READ = frozenset({"txt", "md", "htm", "html", "xhtml", "xml", "tei", "csv", "tsv", "json", "jsonl"})
"""What the names of files end in that are read from a folder."""
_HEAD = 4096
"""Bytes that tell what a file is."""


def files_of(path: str, corpus: Corpus) -> tuple[Iterator[str], str]:
    """Return what is to be read of a path: itself, or of a folder the files that may hold letters to be added.

    Args:
        path: A file, a folder, or ``-``.
        corpus: Its own letters are passed over.

    Returns:
        The files, and the others in words, as ``2 .png, 1 .xsl``; "" where there are none.

    Raises:
        InputError: The folder, or one in it, cannot be listed, or no file in it may hold letters.
    """
    from corpuscli.store.folders import files_under, is_folder

    if path == STANDARD_INPUT or not is_folder(path):
        return iter((path,)), ""
    found: list[str] = []
    others: Counter[str] = Counter()
    for file in files_under(path):
        stem, _, ending = file.replace("\\", "/").rpartition("/")[2].rpartition(".")
        if ending.lower() in _READ:
            if corpus.holds(file):
                others["of the corpus itself"] += 1
            else:
                found.append(file)
        else:
            others[f".{ending}" if stem else ending] += 1
    if not found and "of the corpus itself" in others:
        raise InputError("only letters of the corpus itself stand in it: give the pages", path)
    if not found:
        raise InputError(f"no file in it ends in .{', .'.join(sorted(_READ))}", path)
    return iter(found), ", ".join(f"{count} {ending}" for ending, count in sorted(others.items()))


def read_source(path: str, *, limit: int = 0) -> tuple[bytes, str]:
    """Read a file, or standard input for ``-``.

    Returns:
        Its bytes, and how to name it.

    Raises:
        InputError: It is not there, or larger than ``limit`` bytes (by default what a page may have).
    """
    from corpuscli.store.corpus import shown_path
    from corpuscli.store.files import MAX_BYTES, read_bytes

    limit = limit or MAX_BYTES
    if _ADDRESS.match(path):
        raise InputError("an address, not a file: save the page in a browser, and add the file", path)
    if path != STANDARD_INPUT:
        return read_bytes(path, shown_path(path), limit=limit), shown_path(path)
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"larger than {limit // (1024 * 1024)} MiB: split it", "standard input")
    return data, "standard input"


def read_letters(path: str, *, day_first: bool | None = None) -> Iterator[Reading]:
    """Read the letters of a file: a page as text or HTML, TEI, CMIF, CSV, TSV or JSON.

    Raises:
        InputError: It cannot be read, or holds no letter.
    """
    data, shown = read_source(path)
    return readings_of(data, shown, day_first=day_first)


def readings_of(data: bytes, shown: str, *, day_first: bool | None = None) -> Iterator[Reading]:
    """Read the letters in a file's bytes; see ``read_letters``.

    Raises:
        InputError: As there.
    """
    if not data.strip():
        raise InputError("empty: no letter in it", shown, 1, 1)
    if _MARKUP.match(data):
        if _HTML.search(data, 0, _HEAD) and not _NOT_HTML.search(data, 0, _HEAD):
            return _html(data, shown, day_first=day_first)
        from corpuscli.intake.tei.letters import read_tei
        from corpuscli.intake.tei.parsing import parse_xml

        return read_tei(parse_xml(data, shown), shown)
    return _text(data, shown, day_first=day_first)


def _html(data: bytes, shown: str, *, day_first: bool | None) -> Iterator[Reading]:
    from corpuscli.intake.web.page import page_text

    text, language = page_text(data, shown)
    for reading in _page(text, shown, day_first=day_first):
        fields = (*reading.fields, *([ReadField("language", language)] if language else []))
        yield replace(reading, fields=fields, line=1, counted=False)


def _text(data: bytes, shown: str, *, day_first: bool | None) -> Iterator[Reading]:
    from corpuscli.intake.own_table import is_own_table, read_own_table
    from corpuscli.intake.records import is_records, read_records
    from corpuscli.intake.tables import read_table, refuse_header, separator

    text = _decoded(data, shown)
    if is_records(text):
        return read_records(text, shown)
    if is_own_table(text):
        return read_own_table(text, shown)
    if separator(text):
        return read_table(text, shown, day_first=day_first)
    refuse_header(text, shown)
    return _page(text, shown, day_first=day_first)


def _decoded(data: bytes, shown: str) -> str:
    from corpuscli.store.files import decode

    if kind := file_kind(data):
        raise InputError(kind, shown, 1, 1)
    text = decode(data, shown)
    if "\0" in text:
        from corpuscli.text.positions import Positions

        raise InputError(
            "not text but binary data: save it as plain text (UTF-8)", shown, *Positions(text).at(text.index("\0"))
        )
    return text


def _page(text: str, shown: str, *, day_first: bool | None) -> Iterator[Reading]:
    from corpuscli.intake.page.reader import read_page

    readings = read_page(text, origin=shown, day_first=day_first)
    if not readings:
        raise InputError("no letter found: neither number, header, date line nor text", shown, 1, 1)
    yield from readings


def read_typed(path: str) -> Reading:
    """Read a text as it is: all of it is the letter's.

    Raises:
        InputError: It cannot be read, or is empty.
    """
    data, shown = read_source(path)
    kept = _decoded(data, shown).removeprefix("\ufeff").replace("\r\n", "\n").strip("\n")
    if not kept.strip():
        raise InputError("no text: a letter that is typed in needs words", shown, 1, 1)
    return Reading(fields=(), text=kept, origin=shown)
