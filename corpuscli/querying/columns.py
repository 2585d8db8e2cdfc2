"""Columns of a table of letters: keys of the front matter, facts of a letter, and what is derived from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from corpuscli.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from corpuscli.store.config import Config
    from corpuscli.text.citations.registers import Registers

FACTS = {
    "path": "the file",
    "words": "words of the text, notes not counted",
    "date_earliest": "the first day it may lie on",
    "date_latest": "the last day it may lie on",
}
"""What is known of a letter beside its front matter."""


def _dated(length: int) -> Callable[[Mapping[str, object]], object]:
    """Return what cuts the earliest day (or the latest, where that is open) to so many characters."""

    def cut(row: Mapping[str, object]) -> object:
        day = row.get("date_earliest") or row.get("date_latest")
        return str(day)[:length] if day else None

    return cut


def _decade(row: Mapping[str, object]) -> object:
    year = _dated(3)(row)
    return f"{year}0s" if year else None


def _person(row: Mapping[str, object]) -> object:
    return list(dict.fromkeys((*members(row.get("senders")), *members(row.get("recipients")))))


def _pair(row: Mapping[str, object]) -> object:
    recipients = members(row.get("recipients"))
    return [f"{sender} → {recipient}" for sender in members(row.get("senders")) for recipient in recipients]


def _held(level: str) -> Callable[[Mapping[str, object]], object]:
    """Return what reads a level of the source's citations: archive, fond, opis or delo."""

    def read(row: Mapping[str, object]) -> object:
        return held(row, level)

    return read


def held(row: Mapping[str, object], level: str, registers: Registers | None = None) -> list[object]:
    """Return the archives, fonds, opisi or dela that a letter's source names.

    Args:
        row: The letter.
        level: Which of them.
        registers: The archives that sources are read with; the built-in ones by default.
    """
    from corpuscli.text.citations import find_citations

    texts = [str(text) for text in members(row.get("source"))]
    values = [one.fields.get(level) for text in texts for one in find_citations(text, registers)]
    return list(dict.fromkeys(member for value in values for member in members(value)))


def with_holdings(
    rows: Iterable[Mapping[str, object]], levels: Iterable[str], registers: Registers
) -> Iterator[Mapping[str, object]]:
    """Yield letters with levels of their sources' citations, read with a corpus's own archives."""
    return ({**row, **{level: held(row, level, registers) for level in levels}} for row in rows)


DERIVED: Mapping[str, tuple[str, Callable[[Mapping[str, object]], object]]] = {
    "year": ("the year it may lie in first", _dated(4)),
    "month": ("the month it may lie in first", _dated(7)),
    "decade": ("the decade it may lie in first", _decade),
    "person": ("senders and recipients", _person),
    "pair": ("who wrote to whom", _pair),
    "archive": ("the archive that keeps it", _held("archive")),
    "fond": ("its fond", _held("fond")),
    "opis": ("its opis", _held("opis")),
    "delo": ("its delo", _held("delo")),
}
"""What is made of front matter and facts: what it is, and how."""
LISTED = " (corpuscli list --columns help lists all)"
"""What an error adds on a column or key that is not there."""
SINGULAR = {"sender": "senders", "recipient": "recipients", "tag": "tags"}
"""Names under which people ask for a list, as the filters call it."""


def members(value: object) -> list[object]:
    """Return a list's members; a single value is a list of one, None and "" are empty.

    >>> members(("a", "b")), members("a"), members(None)
    (['a', 'b'], ['a'], [])
    """
    if isinstance(value, (list, tuple)):
        return list(cast("Iterable[object]", value))
    return [] if value is None or value == "" else [value]


def value_of(row: Mapping[str, object], column: str) -> object:
    """Return what stands in a column of a letter's row, derived where need be."""
    if column in DERIVED and column not in row:
        return DERIVED[column][1](row)
    return row.get(column)


def known_columns(config: Config) -> dict[str, str]:
    """Return every column a corpus can show, and what it is."""
    from corpuscli.data.keys import key_rows

    keys = {row.key: row.what for row in key_rows()}
    own = dict.fromkeys(config.fields, "a key of this corpus")
    return {**keys, **own, **FACTS, **{name: said for name, (said, _) in DERIVED.items()}}


def column_named(name: str, known: Mapping[str, str]) -> str:
    """Return the column of that name, or the list that it is a member of.

    Raises:
        UnknownNameError: There is none, with the nearest.
    """
    found = SINGULAR.get(name, name)
    if found in known or found.startswith("x-"):
        return found
    from corpuscli.text.nearest import nearest

    near = nearest(name, (*known, *SINGULAR))
    raise UnknownNameError("column", name, near, "" if near else LISTED)


def picked(asked: str, default: tuple[str, ...], known: Mapping[str, str]) -> tuple[str, ...]:
    """Read ``--columns``: names with commas between; ``+name`` adds to the usual columns, ``-name`` leaves one out.

    >>> picked("+tags,-place", ("id", "place"), {"id": "", "place": "", "tags": ""})
    ('id', 'tags')

    Raises:
        UnknownNameError: A column that no letter can have, with the nearest.
    """
    names = [name.strip() for name in asked.split(",") if name.strip()]
    signed = all(name[0] in "+-" for name in names)
    chosen = dict.fromkeys(default if signed else ())
    for name in names:
        column = column_named(name.lstrip("+-"), known)
        if name.startswith("-"):
            chosen.pop(column, None)
        else:
            chosen[column] = None
    return tuple(chosen)
