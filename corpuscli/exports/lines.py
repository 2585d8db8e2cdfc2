"""One column of a table, a value a line."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, TextIO

from corpuscli.errors import UsageError
from corpuscli.exports.cells import cell
from corpuscli.model.table import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpuscli.model.table import Table

_AT_ONCE = 1_000
"""Lines that are joined before they are written: to write each costs more than all else."""


def write_lines(table: Table, key: str, out: TextIO) -> None:
    """Write what stands under a key, row by row; rows without it are passed over.

    Raises:
        UsageError: It is no key of these rows.
    """
    rows = table.rows
    if isinstance(rows, Column) and rows.name == key:
        values = iter(rows.values)
    else:
        values = (cell(row[key]) for row in _known(table, key) if row.get(key) is not None)
    while lines := list(islice(values, _AT_ONCE)):
        out.write("\n".join(lines) + "\n")


def _known(table: Table, key: str) -> Iterator[Mapping[str, object]]:
    rows = iter(table.rows)
    first = next(rows, None)
    if first is None:
        return iter(())
    if key not in first and key not in table.columns:
        raise UsageError(f"no {key} in this table: choose another format, as csv")
    return chain((first,), rows)
