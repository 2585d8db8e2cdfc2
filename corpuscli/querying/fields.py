"""The fields of the query language: what stands before the colon, and the test it makes of what follows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corpuscli.errors import DateError, UnknownNameError, UsageError
from corpuscli.model.letter import KNOWN_KEYS
from corpuscli.querying.backwards import BACKWARDS
from corpuscli.querying.columns import LISTED
from corpuscli.querying.holdings import Cites, Held
from corpuscli.querying.judging import quoted
from corpuscli.querying.patience import compiled
from corpuscli.querying.questions import (
    Days,
    Holds,
    Key,
    Match,
    Party,
    Pattern,
    Search,
    Undated,
    words_test,
)
from corpuscli.querying.tree import Leaf, Node, Test
from corpuscli.text.dates.shifting import shifted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from corpuscli.model.date import Date
    from corpuscli.model.person import Person

PARTIES = {"from": "from", "sender": "from", "to": "to", "recipient": "to", "person": "person"}
DATES = ("date", "since", "until", "before", "after")
LEVELS = ("archive", "fond", "opis", "delo")
WHOLE = ("type", "language", "tag", "id", "number", "status", "calendar")
"""Keys whose values are asked for whole; of all others a part will do."""
KEYS = {"tag": "tags", "src": "source"}
OTHERS = ("undated", "has", "missing", "match", "words", "cites", "tag", "src")
FIELDS = tuple(dict.fromkeys((*PARTIES, *DATES, *LEVELS, *OTHERS, *KNOWN_KEYS)))


def test(field: str, value: str, people: tuple[Person, ...], own_keys: tuple[str, ...]) -> Node:
    """Make the test of one ``field:value``.

    Args:
        field: What stands before the colon.
        value: What stands behind it; ``/…/`` is a regular expression.
        people: The register, whose variants count as spellings.
        own_keys: The corpus's own keys.

    Raises:
        UnknownNameError: No such field, with the nearest.
        UsageError: A value that the field cannot have.
    """
    make = _MAKERS.get(field)
    if make is not None:
        return make(value)
    if field in PARTIES:
        return Leaf(party(PARTIES[field], value, people))
    if field in ("has", "missing"):
        return Leaf(Key(_key(value, own_keys, ())), field == "missing")
    return Leaf(_words(field, value, own_keys))


def _words(field: str, value: str, own_keys: tuple[str, ...]) -> Test:
    """Ask for words, or for a regular expression, in a key or in text and notes."""
    key = field if field == "match" else _key(KEYS.get(field, field), own_keys)
    if len(value) > 1 and value[0] == value[-1] == "/":
        pattern = compiled(value[1:-1])
        return Search(pattern) if key == "match" else Pattern(key, pattern)
    return Match(value) if field == "match" else Holds(key, value, field in WHOLE)


def _key(name: str, own_keys: tuple[str, ...], fields: tuple[str, ...] = FIELDS) -> str:
    """Return a key of the front matter; where it is none, fields that may have been meant are proposed too."""
    if name in KNOWN_KEYS or name in own_keys or name.startswith("x-"):
        return name
    from corpuscli.text.nearest import nearest

    near = nearest(name, (*fields, *KNOWN_KEYS, *own_keys))
    raise UnknownNameError("field", name, near, "" if near else LISTED)


def party(field: str, name: str, people: tuple[Person, ...]) -> Party:
    """Ask for a name, as printed or as any variant of the persons who bear it; ``~`` asks for likeness."""
    from corpuscli.querying.facts import fold_name
    from corpuscli.querying.questions import bears

    fuzzy = name.startswith("~")
    asked = name.removeprefix("~")
    own = fold_name(asked)
    spelt = {own}
    for person in people:
        keys = [fold_name(spelling) for spelling in person.names]
        if person.key == asked or any(bears(key, own) for key in keys):
            spelt.update(keys)
    return Party(field, asked, tuple(sorted(spelt)), fuzzy)


def days(field: str, value: str) -> Node:
    """Ask for a stretch of days, both ends counted at the precision written: ``1921..1922-06``, ``1921``, ``..1921``.

    Raises:
        UsageError: A date that cannot be read.
    """
    words = f"{field}:{quoted(value)}"
    if field == "date" and ".." in value and "/" not in value:
        first, _, last = value.partition("..")
        return Leaf(
            _between(_day(field, first).earliest if first else None, _day(field, last).latest if last else None, words)
        )
    when = _day(field, value)
    if when.undated:
        return Leaf(Undated())
    try:
        return Leaf(Days(*_STRETCHES[field](when), words))
    except DateError as problem:
        raise UsageError(f"{field}:{value}: {problem}: no day lies {field} it") from None


def _between(first: date | None, last: date | None, words: str) -> Days:
    if first and last and first > last:
        raise UsageError(f"{words}: {BACKWARDS}")
    return Days(first, last, words)


_STRETCHES: dict[str, Callable[[Date], tuple[date | None, date | None]]] = {
    "date": lambda when: (when.earliest, when.latest),
    "since": lambda when: (when.earliest, None),
    "until": lambda when: (None, when.latest),
    "before": lambda when: (None, when.earliest and shifted(when.earliest, -1)),
    "after": lambda when: (when.latest and shifted(when.latest, 1), None),
}
"""First and last day that each field asks for; None leaves an end open."""


def _day(field: str, text: str) -> Date:
    from corpuscli.text.dates import parse_date

    try:
        return parse_date(text)
    except DateError as problem:
        raise UsageError(f"{field}:{text}: {str(problem).removeprefix(f'{text}: ')}") from None


def _undated(value: str) -> Node:
    asked = value.lower()
    if asked not in _ANSWERS:
        raise UsageError(f"undated:{value}: yes or no is wanted here")
    return Leaf(Undated(), not _ANSWERS[asked])


_ANSWERS = {"yes": True, "true": True, "no": False, "false": False}


def _held(level: str, value: str) -> Node:
    return Leaf(Held(level, value))


_MAKERS: dict[str, Callable[[str], Node]] = {
    **{field: partial(days, field) for field in DATES},
    **{level: partial(_held, level) for level in LEVELS},
    "words": lambda value: Leaf(words_test(value)),
    "cites": lambda value: Leaf(Cites(value)),
    "undated": _undated,
}
