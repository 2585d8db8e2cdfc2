"""All formats of the library tabulate, but for the two that would not escape: unsafehtml and latex_raw."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.cells import cell
from corpuscli.exports.escapes import escaped, latex
from corpuscli.exports.long_tables import LONG, Plan, short, write_long

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from corpuscli.model.table import Table

NAMES = (
    "asciidoc", "colon_grid", "double_grid", "double_outline", "fancy_grid", "fancy_outline", "github", "grid",
    "heavy_grid", "heavy_outline", "jira", "latex", "latex_booktabs", "latex_longtable", "mediawiki",
    "mixed_grid", "mixed_outline", "moinmoin", "orgtbl", "outline", "pipe", "plain", "presto", "pretty", "psql",
    "rounded_grid", "rounded_outline", "rst", "simple", "simple_grid", "simple_outline", "textile", "youtrack",
)  # fmt: skip
"""``tsv`` and ``html`` are our own: tabulate's tsv pads its cells, its html is no page."""
_FITTED = ("plain", "presto", "simple")
"""Formats for a terminal, cut to its width."""


def writer(name: str, width: int = 0) -> Callable[[Table, TextIO], None]:
    """Return the ``write(table, out)`` of one of ``NAMES``; a ``width`` is that of a terminal."""

    def write(table: Table, out: TextIO) -> None:
        shown = escaped(name)
        columns = table.columns
        right = tuple(column in table.numeric for column in columns)
        plan = Plan(name, columns, right, width if name in _FITTED else 0, table.spare)
        stream = ([shown(cell(row.get(column))) for column in columns] for row in table.rows)
        rows = list(islice(stream, LONG))
        if len(rows) == LONG and columns:
            write_long(_as_tabulate_would(chain(rows, stream), name), plan, out)
            return
        if plan.width:
            from corpuscli.exports.fitting import fit, widest

            places = plan.seen(widest(rows, len(columns)))
            if len(places) < len(columns):
                plan, rows = plan.only(places), [[*(row[at] for at in places), ""] for row in rows]
            plan = plan.headed(widest(rows, len(plan.columns)))
            rows = fit(rows, plan.columns, plan.numeric, width)
        printed = short(rows, plan)
        out.write((latex(printed) if name.startswith("latex") else printed) + "\n")

    return write


def _as_tabulate_would(rows: Iterable[list[str]], name: str) -> Iterable[list[str]]:
    """Do to cells what tabulate does to them itself, where a table is too long for it."""
    if name == "rst":
        return ([(row[0].strip() and row[0]) or "..", *row[1:]] for row in rows)
    if name.startswith("latex"):
        from tabulate import LATEX_ESCAPE_RULES

        escapes = str.maketrans(LATEX_ESCAPE_RULES)
        return ([latex(cell.translate(escapes)) for cell in row] for row in rows)
    return rows
