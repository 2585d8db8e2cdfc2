"""Arranges rows: columns, order, groups, counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from corpuscli.model.table import Table
from corpuscli.model.values import dataclass
from corpuscli.querying.columns import column_named, members, picked, value_of
from corpuscli.text.folding import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How rows are to stand.

    Args:
        columns: As ``picked`` reads them; "" for the usual ones.
        sort: Columns with commas between, ``-`` before one that goes down; "" for the order of dates.
        group: A column by whose values letters are put together, or "".
        count: Whether letters are counted instead of listed.
        limit: How many rows at most; 0 for all.
    """

    columns: str = ""
    sort: str = ""
    group: str = ""
    count: bool = False
    limit: int = 0


def arrange(table: Table, how: Arrangement, known: Mapping[str, str], named: Callable[[str], str] = str) -> Table:
    """Return the table as it was asked for.

    Args:
        table: Rows in the order of their dates; read no further than needed.
        how: What was asked.
        known: Every column there is.
        named: Returns the name under which a party is grouped and counted.

    Raises:
        UnknownNameError: A column that no letter can have, with the nearest.
    """
    rows = table.rows
    group = column_named(how.group, known) if how.group else ""
    sortable = {group: "", "letters": ""} if how.count else known
    keys = [(column_named(key.lstrip("+-"), sortable), key.startswith("-")) for key in _split(how.sort)]
    columns = picked(how.columns, table.columns, known) if how.columns else table.columns
    if how.count:
        return _limited(_counted(rows, group, keys, named), how.limit)
    if keys:
        rows = ordered(rows, keys)
    if group:
        rows, columns = _grouped(rows, group, named), ("group", *columns)
    if how.columns:
        rows = ({column: value_of(row, column) for column in columns} for row in rows)
    asked = {column_named(name.lstrip("+-"), known) for name in _split(how.columns)}
    spare = tuple(name for name in table.spare if name not in asked)
    return _limited(replace(table, columns=columns, rows=rows, spare=spare), how.limit)


def ordered(rows: Iterable[Mapping[str, object]], keys: list[tuple[str, bool]]) -> list[Mapping[str, object]]:
    """Sort rows by columns, each up or down; what has no value stands last either way.

    Numbers are compared as numbers, dates by the first day they may mean, all else without case and accents.
    """
    found = list(rows)
    for column, down in reversed(keys):
        keyed = [(_key(row, column), row) for row in found]
        having = [(key, row) for key, row in keyed if key is not None]
        having.sort(key=itemgetter(0), reverse=down)
        found = [*(row for _, row in having), *(row for key, row in keyed if key is None)]
    return found


def _key(row: Mapping[str, object], column: str) -> tuple[float, str] | None:
    if column == "date":
        column = "date_earliest" if row.get("date_earliest") else "date_latest"
    value = value_of(row, column)
    if isinstance(value, (int, float)):
        return value, ""
    words = "; ".join(str(member) for member in members(value))
    return (0, plain_text(words)) if words else None


PARTIES = ("senders", "recipients", "person", "pair")
"""Columns of parties: all spellings of a person make one group."""


def values(row: Mapping[str, object], column: str, named: Callable[[str], str]) -> list[object]:
    """Return the groups that a row stands in; None for that of rows without a value."""
    if column in PARTIES:
        parties = {key: [named(str(one)) for one in members(row.get(key))] for key in ("senders", "recipients")}
        row = {**row, **parties}
    return list(dict.fromkeys(members(value_of(row, column)))) or [None]


def _grouped(
    rows: Iterable[Mapping[str, object]], column: str, named: Callable[[str], str]
) -> list[Mapping[str, object]]:
    """Put rows together by a column's values; a row of several values stands in each group."""
    found = [{"group": one, **row} for row in rows for one in values(row, column, named)]
    return ordered(found, [("group", False)])


def _counted(
    rows: Iterable[Mapping[str, object]], column: str, keys: list[tuple[str, bool]], named: Callable[[str], str]
) -> Table:
    """Count rows, or the rows of each value of a column, the most frequent first unless an order is asked."""
    if not column:
        return Table(("letters",), [{"letters": sum(1 for _ in rows)}], numeric=frozenset(["letters"]))
    tally = Counter(one for row in rows for one in values(row, column, named))
    counted: list[Mapping[str, object]] = [{column: value, "letters": n} for value, n in tally.items()]
    default = [("letters", True), (column, False)] if column not in _IN_TIME else [(column, False)]
    return Table((column, "letters"), ordered(counted, keys or default), numeric=frozenset(["letters"]))


_IN_TIME = ("date", "year", "month", "decade", "date_earliest", "date_latest")
"""Columns whose counts stand in the order of time."""


def _limited(table: Table, limit: int) -> Table:
    return replace(table, rows=islice(table.rows, limit)) if limit else table


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]
