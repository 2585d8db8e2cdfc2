"""One self-contained HTML page with a table; no script, nothing from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.cells import cell
from corpuscli.exports.page import FOOT, head, linked, said

if TYPE_CHECKING:
    from corpuscli.model.table import Table

_STYLE = """
body { font: 16px/1.5 Georgia, serif; margin: 2rem; color: #222; background: #fff; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ddd; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
"""


def write(table: Table, out: TextIO) -> None:
    """Write the page; addresses that begin with http:// or https:// become links, others stay text."""
    kinds = {column: ' class="number"' if column in table.numeric else "" for column in table.columns}
    title = table.title or "corpuscli"
    out.write(f"{head(title, _STYLE)}<table>\n<caption>{said(title)}</caption>\n")
    names = "".join(f'<th scope="col"{kinds[column]}>{said(column)}</th>' for column in table.columns)
    out.write(f"<thead><tr>{names}</tr></thead>\n<tbody>\n")
    for row in table.rows:
        cells = "".join(f"<td{kinds[column]}>{linked(cell(row.get(column)))}</td>" for column in table.columns)
        out.write(f"<tr>{cells}</tr>\n")
    out.write("</tbody>\n</table>\n" + FOOT)
