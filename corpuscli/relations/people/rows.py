"""Counts of persons as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.table import Table
from corpuscli.relations.people.tally import proposals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpuscli.relations.people.register import Register
    from corpuscli.relations.people.tally import Count

COLUMNS = ("key", "name", "sent", "received", "first", "last", "likely")
_NUMERIC = frozenset({"sent", "received", "letters"})


def people_table(counts: Iterable[Count], register: Register) -> Table:
    """Return one row per person of the register and per name that it does not know."""
    return Table(COLUMNS, (_row(count, register) for count in counts), numeric=_NUMERIC, title="People", key="key")


def _row(count: Count, register: Register) -> Mapping[str, object]:
    known = len(count.people) == 1
    return {
        "key": count.people[0].key if known else None,
        "name": count.name,
        "sent": count.sent,
        "received": count.received,
        "first": count.first.isoformat() if count.first else None,
        "last": count.last.isoformat() if count.last else None,
        "likely": proposals(count, register) or None,
    }


def spellings_table(counts: Iterable[Count]) -> Table:
    """Return one row per spelling of each of the counts, the most frequent first."""
    return Table(("key", "name", "letters"), _spellings(counts), numeric=_NUMERIC, title="Spellings", key="key")


def _spellings(counts: Iterable[Count]) -> Iterator[Mapping[str, object]]:
    for count in counts:
        for person in count.people:
            for name in person.names:
                count.spellings.setdefault(name, 0)
        for name, letters in sorted(count.spellings.items(), key=lambda item: (-item[1], item[0])):
            yield {"key": count.people[0].key if len(count.people) == 1 else None, "name": name, "letters": letters}
