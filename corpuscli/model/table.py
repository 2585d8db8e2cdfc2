"""Rows for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Column:
    """Rows that have a single key, for who needs no more: its values can be had without a mapping for each.

    Args:
        name: The key.
        values: The values, possibly a stream that can be read once.
    """

    name: str
    values: Iterable[str]

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        return ({self.name: value} for value in self.values)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows, to be printed by any export of tables.

    Args:
        columns: The columns' names, which are JSON keys too.
        rows: One mapping per row, possibly a stream that can be read once; a missing key or None is an empty cell in
            a table and an absent key in JSON, except for keys in ``nullable``.
        nullable: Keys whose None is printed as null in JSON (open ends of dates).
        numeric: Columns of numbers, set to the right.
        raw: Whether cells that a spreadsheet would run are written as they are.
        title: What the rows are, for formats that have a place for it.
        key: The key by which a row is named.
        spare: Columns that may be left out where a terminal is too narrow, in the order in which they go: none that
            was asked for.
    """

    columns: tuple[str, ...]
    rows: Iterable[Mapping[str, object]]
    nullable: frozenset[str] = frozenset()
    numeric: frozenset[str] = frozenset()
    raw: bool = False
    title: str = ""
    key: str = "id"
    spare: tuple[str, ...] = ()
