"""From letters to the rows of the tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.exports.relational.schema import LETTERS
from corpuscli.model.letter import KNOWN_KEYS, LIST_KEYS, plain
from corpuscli.text.dates import parse_edtf
from corpuscli.text.footnotes import notes_of, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.exports.volume import Volume
    from corpuscli.model.letter import Letter, Value

Cell = str | int | bool | None
Row = tuple[Cell, ...]
_NAMES = tuple(column.name for column in LETTERS.columns)
_STORED = frozenset(KNOWN_KEYS).intersection(_NAMES)
_PARTIES = (("sender", "senders"), ("recipient", "recipients"))


def people_rows(volume: Volume) -> Iterator[Row]:
    """Yield the rows of ``people``."""
    for person in volume.register.people:
        yield person.key, person.name, person.body, " ".join(person.refs) or None


def rows_of(letter: Letter, volume: Volume) -> Iterator[tuple[str, Row]]:
    """Yield the rows of one letter, each with the name of its table; the letter's own comes first."""
    yield "letters", _letter_row(letter)
    for role, key in _PARTIES:
        for position, name in enumerate(letter.all(key), start=1):
            meant = volume.register.resolve(name)
            yield "parties", (letter.id, role, position, name, meant[0].key if len(meant) == 1 else None)
    for key in LIST_KEYS:
        if key not in ("senders", "recipients"):
            for position, value in enumerate(letter.all(key), start=1):
                yield "listed", (letter.id, key, position, value)
    for position, note in enumerate(notes_of(letter), start=1):
        yield "notes", (letter.id, position, note.label, note.body.of(letter.source) or None)
    yield from (("citations", row) for row in _citations(letter, volume))
    yield from (("passages", row) for row in _passages(letter))


def _letter_row(letter: Letter) -> Row:
    date, text = letter.get("date"), letter.text.of(letter.source)
    other = {field.key: plain(field.value) for field in letter.fields if not _has_column(field.key, field.value)}
    said: dict[str, Cell] = {
        **_days(date),
        "id": letter.id,
        "date": date,
        "sender": "; ".join(letter.all("senders")) or None,
        "recipient": "; ".join(letter.all("recipients")) or None,
        "words": len(text.split()),
        "other_keys": json.dumps(other, ensure_ascii=False) if other else None,
        "path": letter.path,
        "text": text or None,
    }
    return tuple(said[name] if name in said else letter.get(name) or None for name in _NAMES)


def _has_column(key: str, value: Value) -> bool:
    """Tell whether a value stands in a column, or in a table of its own."""
    if key in LIST_KEYS:
        return isinstance(value, str) or all(isinstance(one, str) for one in value)
    return key in _STORED and isinstance(value, str)


def _days(edtf: str) -> dict[str, Cell]:
    try:
        date = parse_edtf(edtf)
    except DateError:
        return {"year": None, "date_earliest": None, "date_latest": None, "date_certain": False}
    known = date.earliest or date.latest
    return {
        "year": known.year if known else None,
        "date_earliest": date.earliest.isoformat() if date.earliest else None,
        "date_latest": date.latest.isoformat() if date.latest else None,
        "date_certain": not (date.uncertain or date.approximate or date.undated),
    }


def _citations(letter: Letter, volume: Volume) -> Iterator[Row]:
    for position, cited in enumerate(volume.resolved(letter), start=1):
        one = cited.citation
        for file, target in enumerate(one.ids or ("",), start=1):
            place = (cited.part, one.span.start, one.span.end)
            said = (one.raw, one.kind, one.form, one.state, target or None, " ".join(one.targets) or None)
            yield (letter.id, position, file, *place, *said)


def _passages(letter: Letter) -> Iterator[Row]:
    """Yield the copies of what stands twice in the letter."""
    from corpuscli.text.repeats.find import WITHIN, find
    from corpuscli.text.repeats.glance import nothing_again
    from corpuscli.text.repeats.texts import Text

    pieces = parts(letter)
    text = Text(letter.source, tuple(span for _, span in pieces), tuple(name for name, _ in pieces))
    if nothing_again(text, WITHIN):
        return
    for position, passage in enumerate(find([text], WITHIN), start=1):
        for copy, place in enumerate(passage.copies, start=1):
            part = next((name for name, span in pieces if span.holds(place.span)), "text")
            where = (part, place.span.start, place.span.end)
            yield (letter.id, position, copy, *where, passage.id, passage.words, passage.similarity)
