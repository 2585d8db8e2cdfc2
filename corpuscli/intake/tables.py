"""Letters in a table: CSV or TSV with a header, one letter a row."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.data.pages import value_of
from corpuscli.errors import DateError, InputError
from corpuscli.model.letter import LIST_KEYS
from corpuscli.model.reading import ReadField, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAST = 2
"""How many columns must be known by name."""
_NAMED = frozenset(("senders", "recipients", "date"))
_SEPARATORS = ",;\t"
_LINE = re.compile(r"[^\r\n]*")
_LONGEST = 100_000
"""Code points of a header; the library's reader takes no field that is much longer."""
_OWN = re.compile(r"x-[\w-]+", re.IGNORECASE)
_SHOWN = 200
"""Code points of a header that a message holds."""
_OPEN_SET = re.compile(r"\[(?:\.\.([\dX?~%-]+)|([\dX?~%-]+)\.\.)\]")
_UNKNOWN, _UNDATED = "Unknown", "XXXX"


def separator(text: str) -> str:
    r"""Return what parts the columns of a table with a header, or ``""`` when the text is none.

    >>> separator("key;sender;date\n1;Spener;1666"), separator("Comrade Stalin, the train left")
    (';', '')
    """
    header = _LINE.match(text.removeprefix("\ufeff"))
    if header is None or header.end() > _LONGEST:
        return ""
    for mark in _SEPARATORS:
        if mark not in header[0]:
            continue
        import csv

        rows = [*csv.reader([header[0]], delimiter=mark)]
        known = [key for row in rows for name in row if (key := _key(name))]
        if len(known) >= _LEAST and len(_NAMED.intersection(known)) >= _LEAST:
            return mark
    return ""


def _key(column: str) -> str:
    name = column.strip()
    key = value_of("column", name)
    return name.lower() if key == "=" or _OWN.fullmatch(name) else key


def refuse_header(text: str, shown: str) -> None:
    """Refuse a file that is called a table and whose columns say neither who wrote nor to whom nor when.

    Raises:
        InputError: Names the columns, and what they should be called.
    """
    if shown.lower().endswith((".csv", ".tsv")) and (header := _LINE.match(text.removeprefix("\ufeff"))):
        raise InputError(
            f"a table has two of the columns senders, recipients and date; these are: {header[0][:_SHOWN]}", shown, 1, 1
        )


def _lost(name: str) -> str:
    """Say that a column is not kept, and how it would be."""
    own = f"x-{'-'.join(name.lower().split())}"
    return f"column {name}" + (f" (called {own} it is a key of your own)" if _OWN.fullmatch(own) else "")


def table_rows(text: str, shown: str, delimiter: str = ",") -> Iterator[tuple[int, int, list[str]]]:
    """Yield the rows of a table, each with its first and its last line, from 1.

    Raises:
        InputError: A row that is no row, with its line.
    """
    import csv
    import io

    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter, strict=True)
    while True:
        start = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as problem:
            raise InputError(f"no row of a table: {problem}", shown, rows.line_num) from None
        if row is None:
            return
        yield start, rows.line_num, row


def read_table(text: str, shown: str, *, day_first: bool | None = None) -> Iterator[Reading]:
    """Read the rows of a table.

    Args:
        text: The table, with a header that :func:`separator` knows.
        shown: How messages name it.
        day_first: Whether 3/4/1921 is the third of April.

    Raises:
        InputError: A row that is no row, with its line; or no row at all.
    """
    rows = table_rows(text, shown, separator(text))
    _, _, header = next(rows)
    keys = [_key(name) for name in header]
    empty = True
    for _, end, row in rows:
        if any(cell.strip() for cell in row):
            empty = False
            read = _reading(row, keys, f"{shown}:{end}", day_first=day_first)
            beyond = any(cell.strip() for cell in row[len(keys) :])
            short = f"a row of {len(row)} cells under a header of {len(keys)}: is it whole?"
            warnings = (*read.warnings, *[short] * (len(row) < len(keys)))
            told = zip(header, keys, row, strict=False)
            lost = [_lost(name) for name, key, cell in told if not key and cell.strip()]
            yield replace(read, warnings=warnings, losses=(*lost, *["cells beyond the header"] * beyond))
    if empty:
        raise InputError("no letter in it: a header without rows", shown, 1, 1)


def _reading(row: list[str], keys: list[str], origin: str, *, day_first: bool | None) -> Reading:
    fields: dict[str, ReadField] = {}
    text, warnings = "", list[str]()
    for key, cell in zip(keys, row, strict=False):
        words = cell.strip()
        if words and key == "text":
            text = words.replace("\r\n", "\n")
        elif words and key:
            problem = _put(fields, key, words, day_first=day_first)
            warnings += [problem] * bool(problem)
    printed = fields.get("date_text")
    if "date" not in fields:
        fields["date"] = ReadField("date", _date(str(printed.value), day_first=day_first)[0] if printed else _UNDATED)
    if not fields["date"].value:
        del fields["date"]
    elif printed and printed.value == fields["date"].value:
        del fields["date_text"]
    for key in ("senders", "recipients"):
        fields.setdefault(key, ReadField(key, (_UNKNOWN,)))
    return Reading(tuple(fields.values()), text, warnings=tuple(warnings), origin=origin)


def _put(fields: dict[str, ReadField], key: str, words: str, *, day_first: bool | None) -> str:
    """Put what a cell says among the fields, and return what is wrong with it, or ``""``."""
    if key in ("date", "date_received"):
        edtf, as_printed, problem = _date(words, day_first=day_first)
        fields[key] = ReadField(key, edtf if key == "date" else edtf or _UNDATED)
        if key == "date" and as_printed:
            fields.setdefault("date_text", ReadField("date_text", words))
        return problem
    if key in LIST_KEYS:
        fields[key] = ReadField(key, tuple(_bare(part) for part in re.split(r"\s*[;|]\s*", words) if part))
    else:
        named = "; ".join(_bare(part) for part in words.split("|")) if key.startswith("place") else words
        fields[key] = ReadField(key, named)
    return ""


def _bare(words: str) -> str:
    """Return a name without the brackets in which an editor has supplied it."""
    whole = words.startswith("[") and words.endswith("]") and words.count("[") == 1
    return words[1:-1].strip() if whole else words.strip()


def _date(words: str, *, day_first: bool | None) -> tuple[str, bool, str]:
    """Return a date in EDTF, whether the words are a printed date and none in EDTF, and what is wrong with them.

    Words that name a day which cannot be told make no date; words that name none are an undated letter's.
    """
    from corpuscli.text.dates import parse_date, parse_edtf
    from corpuscli.text.dates.finding import refused_date

    open_end = _OPEN_SET.fullmatch(words)
    if open_end:  # [..D] says no more than ../D
        words = f"{open_end[2] or '..'}/{open_end[1] or '..'}"
    try:
        found = parse_date(words, day_first=day_first).edtf
    except DateError as problem:
        return "" if refused_date(words, day_first=day_first) else _UNDATED, True, str(problem)
    try:
        return found, found != parse_edtf(words).edtf, ""
    except DateError:
        return found, True, ""
