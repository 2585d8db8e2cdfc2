"""One JSON array, an object a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.tables import jsonl

if TYPE_CHECKING:
    from corpuscli.model.table import Table


def write(table: Table, out: TextIO) -> None:
    """Write the rows, one a line; keys as for jsonl."""
    comma = "[\n"
    for line in jsonl.lines(table):
        out.write(f"{comma}{line}")
        comma = ",\n"
    out.write("[]\n" if comma == "[\n" else "\n]\n")
