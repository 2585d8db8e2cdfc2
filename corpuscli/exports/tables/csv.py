"""Comma-separated values (RFC 4180, but with line feeds), for spreadsheets and scripts."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.cells import cell, harmless

if TYPE_CHECKING:
    from corpuscli.model.table import Table


def write(table: Table, out: TextIO) -> None:
    """Write a head and the rows; what a spreadsheet would run gets a leading apostrophe unless the table is raw."""
    writer = csv.writer(out, lineterminator="\n")
    guard = str if table.raw else harmless
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([guard(cell(row.get(column))) for column in table.columns])
