"""Letters as JSON: one object a line, or one array; the shapes that ``export``, ``list`` and ``show`` print."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

from corpuscli.errors import DateError, InputError
from corpuscli.model.letter import LIST_KEYS, Pairs, Value
from corpuscli.model.reading import ReadField, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

_RECORD = re.compile(r'\ufeff?\s*(?:\[\s*)?\{\s*"')
_MEMBER = re.compile(r"[^\s,]")
_TOLD = frozenset(("path", "words", "date_earliest", "date_latest", "cited_by", "text", "notes", "file"))
"""What such a record says besides the front matter."""


def is_records(text: str) -> bool:
    r"""Tell whether a text is JSON objects.

    >>> is_records('{"id": "a"}\n'), is_records('[{"id": "a"}]'), is_records("[Moscow, 1921]")
    (True, True, False)
    """
    return _RECORD.match(text) is not None


def read_records(text: str, shown: str) -> Iterator[Reading]:
    """Read the letters of a JSON file.

    Args:
        text: One object a line, or one array of objects.
        shown: How messages name the file.

    Raises:
        InputError: It is no JSON, with line and column, or an object is no letter.
    """
    text = text.removeprefix("\ufeff")
    if text.lstrip().startswith("["):
        for at, record in _members(text, cast("list[object]", _decoded(text, shown, 1))):
            yield _reading(record, f"{shown}:{at}")
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _reading(_decoded(line, shown, number), f"{shown}:{number}")


def _decoded(text: str, shown: str, line: int) -> object:
    try:
        decoded: object = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as problem:
        raise InputError(f"no JSON: {problem.msg}", shown, line + problem.lineno - 1, problem.colno) from None
    except RecursionError:
        raise InputError("no JSON of a letter: nested too deep", shown, line) from None
    return decoded


def _members(text: str, records: list[object]) -> Iterator[tuple[int, object]]:
    """Yield what an array holds, each with the line on which it begins, counted from 1."""
    decoder = json.JSONDecoder()
    line, passed, end = 1, 0, text.index("[") + 1
    for record in records:
        start = next(_MEMBER.finditer(text, end)).start()
        line, passed = line + text.count("\n", passed, start), start
        yield line, record
        end = decoder.raw_decode(text, start)[1]


def _reading(record: object, origin: str) -> Reading:
    if not isinstance(record, dict):
        raise InputError("no letter: write an object with the keys of a letter", origin)
    said = cast("dict[str, object]", record)
    fields = [ReadField(key, field_of(key, value, origin)) for key, value in said.items() if _kept(key, value)]
    fields, warnings = _dated(fields)
    text = _text(said.get("text"), "text", origin)
    notes: object = said.get("notes") or list[object]()
    if not isinstance(notes, list):
        raise InputError("notes: write an array of objects with label and text", origin)
    from corpuscli.text.footnotes import arranged

    labelled = (_note(note, origin) for note in cast("list[object]", notes))
    return Reading(
        tuple(fields),
        arranged(text, labelled),
        warnings=warnings,
        origin=origin,
        file=_text(said.get("file"), "file", origin),
    )


def _kept(key: str, value: object) -> bool:
    return key not in _TOLD and value is not None and bool(key)


def field_of(key: str, said: object, origin: str) -> Value:
    """Return what JSON says under a key as front matter has it; one text as a list where the key holds lists.

    Raises:
        InputError: It cannot be written as UTF-8.
    """
    value = _value(said, key, origin)
    return (value,) if key in LIST_KEYS and isinstance(value, str) and value else value


def _value(value: object, key: str, origin: str) -> Value:
    """Return a value as front matter has it: text, a list, or a mapping."""
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value)
        return Pairs((_text(name, key, origin), _value(item, key, origin)) for name, item in pairs.items())
    if isinstance(value, list):
        return tuple(_value(item, key, origin) for item in cast("list[object]", value))
    return _text(value, key, origin)


def _text(value: object, key: str, origin: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = value if isinstance(value, str) else ""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise InputError(f"{key}: half a character (a lone surrogate): write it whole", origin) from None
    return text


def _note(note: object, origin: str) -> tuple[str, str]:
    if not isinstance(note, dict):
        raise InputError("notes: write an array of objects with label and text", origin)
    said = cast("dict[str, object]", note)
    label = _text(said.get("label"), "notes", origin)
    if not label or re.search(r"[\s\[\]^]", label):
        raise InputError(f"notes: {label!r} is no label of a note", origin)
    return label, _text(said.get("text"), "notes", origin)


def _dated(fields: list[ReadField]) -> tuple[list[ReadField], tuple[str, ...]]:
    """Read a date that is not written as EDTF; one that is none is left out, with the reason."""
    from corpuscli.text.dates import parse_date, parse_edtf

    given = next((field for field in fields if field.key == "date" and isinstance(field.value, str)), None)
    if given is None:
        return fields, ()
    printed = str(given.value)
    try:
        parse_edtf(printed)
    except DateError:
        kept = [field for field in fields if field is not given]
        try:
            read = parse_date(printed).edtf
        except DateError as problem:
            return kept, (str(problem),)
        if not any(field.key == "date_text" for field in fields):
            kept.append(ReadField("date_text", printed))
        return [*kept, ReadField("date", read)], ()
    return fields, ()
