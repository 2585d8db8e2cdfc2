"""All formats of the library tabulate, but for the two that would not escape: unsafehtml and latex_raw."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.cells import cell
from corpuscli.exports.long_tables import LONG, Plan, short, write_long
from corpuscli.text.visible import visible

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
_REMEMBERED = 4_096
_FITTED = ("plain", "presto", "simple")
"""Formats for a terminal, cut to its width."""

_MARKUP = {
    "github": {**{mark: f"\\{mark}" for mark in "\\|`*_[]~$"}, "<": "&lt;", "&": "&amp;"},
    "jira": {"|": "\\|", "{": "\\{", "*": "\\*", "[": "\\["},
    "asciidoc": {"|": "\\|"},
    "mediawiki": {"|": "&#124;", "<": "&lt;", "[": "&#91;", "{": "&#123;", "'": "&#39;"},
    "moinmoin": {"|": "<<Verbatim(|)>>"},
    "orgtbl": {"|": "\\vert{}"},
    "rst": {mark: f"\\{mark}" for mark in "\\*`_|"},
    "textile": {mark: f"&#{ord(mark)};" for mark in "|<>&*_@-+^~%?\"!=()[]{}'.#:;\\/"},
}
_MARKUP["pipe"] = _MARKUP["colon_grid"] = _MARKUP["github"]
_MARKUP["youtrack"] = _MARKUP["jira"]


def writer(name: str, width: int = 0) -> Callable[[Table, TextIO], None]:
    """Return the ``write(table, out)`` of one of ``NAMES``; a ``width`` is that of a terminal."""

    def write(table: Table, out: TextIO) -> None:
        shown = _shown(name)
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
            rows = fit(rows, plan.columns, plan.numeric, width)
        printed = short(rows, plan)
        out.write((_latex(printed) if name.startswith("latex") else printed) + "\n")

    return write


def _as_tabulate_would(rows: Iterable[list[str]], name: str) -> Iterable[list[str]]:
    """Do to cells what tabulate does to them itself, where a table is too long for it."""
    if name == "rst":
        return ([(row[0].strip() and row[0]) or "..", *row[1:]] for row in rows)
    if name.startswith("latex"):
        from tabulate import LATEX_ESCAPE_RULES

        escapes = str.maketrans(LATEX_ESCAPE_RULES)
        return ([_latex(cell.translate(escapes)) for cell in row] for row in rows)
    return rows


def _shown(name: str) -> Callable[[str], str]:
    """Return what escapes cells for a format; what stands in many letters is escaped once."""
    escapes = str.maketrans(_MARKUP.get(name, {}))
    after = _AFTER.get(name)
    if not escapes and after is None:
        return visible

    @lru_cache(maxsize=_REMEMBERED)
    def shown(text: str) -> str:
        escaped = visible(text).translate(escapes)
        return after(escaped) if after else escaped

    return shown


def _rst(cell: str) -> str:
    """Keep the beginning and the end of a cell from being a list, a directive, a field, a literal block ..."""
    if not cell.strip("\\"):
        return f"\\ {cell}" if cell else cell
    cell = cell.replace("::", ":\\:")
    return f"\\{cell}" if _OPENS.match(cell) else cell


_OPENS = re.compile(r"(?!\\)(?:\W|\(?\w+[.)])")
_LIGATURE = re.compile(r"^(?=[\[*])|(?<=[-`',])(?=[-`',])|(?<=[?!])(?=`)")


def _unjoined(cell: str) -> str:
    r"""Mark where LaTeX would make one sign of two (-- is a dash), and what it would read otherwise than it is written.

    A ``[`` or ``*`` at the beginning would belong to the row's end before it. tabulate escapes all else; the marks are
    control characters, which no cell holds any longer; ``\1`` is tabulate's own, for a rule between rows.
    """
    return _LIGATURE.sub("\0", cell).replace("|", "\3").replace('"', "\2")


def _latex(printed: str) -> str:
    return printed.replace("\0", "{}").replace("\3", "\\textbar{}").replace("\2", "\\symbol{34}")


_AFTER: dict[str, Callable[[str], str]] = {
    "latex": _unjoined, "latex_booktabs": _unjoined, "latex_longtable": _unjoined, "rst": _rst,
}  # fmt: skip
"""What is done to a cell whose beginning, or whose neighbours, tell how a sign is read."""
