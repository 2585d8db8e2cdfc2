"""One column of a table, a value a line."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.cells import cell
from corpuscli.model.table import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_AT_ONCE = 1_000
"""Lines that are joined before they are written: to write each costs more than all else."""


def write_lines(rows: Iterable[Mapping[str, object]], key: str, out: TextIO) -> None:
    """Write what stands under a key, row by row."""
    if isinstance(rows, Column) and rows.name == key:
        values = iter(rows.values)
    else:
        values = (cell(row.get(key)) for row in rows)
    while lines := list(islice(values, _AT_ONCE)):
        out.write("\n".join(lines) + "\n")
