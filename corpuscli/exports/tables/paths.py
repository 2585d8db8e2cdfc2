"""The column ``path`` alone, one a line, for xargs and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.lines import write_lines

if TYPE_CHECKING:
    from corpuscli.model.table import Table


def write(table: Table, out: TextIO) -> None:
    """Write the lines."""
    write_lines(table, "path", out)
