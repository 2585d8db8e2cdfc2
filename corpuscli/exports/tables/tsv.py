"""Tab-separated values; tabs, line feeds and backslashes in cells are written as escapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.cells import cell, harmless

if TYPE_CHECKING:
    from corpuscli.model.table import Table

_ESCAPES = str.maketrans({"\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\"})


def write(table: Table, out: TextIO) -> None:
    """Write a head and the rows; what a spreadsheet would run gets a leading apostrophe unless the table is raw."""
    guard = str if table.raw else harmless
    out.write("\t".join(table.columns) + "\n")
    for row in table.rows:
        cells = (guard(cell(row.get(column))).translate(_ESCAPES) for column in table.columns)
        out.write("\t".join(cells) + "\n")
