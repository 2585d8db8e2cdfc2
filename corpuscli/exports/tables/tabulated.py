"""All formats of the library tabulate, but for the two that would not escape: unsafehtml and latex_raw."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.cells import cell
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

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
        escapes = str.maketrans(_MARKUP.get(name, {}))
        shown = _AFTER.get(name, str)
        rows = [[shown(visible(cell(row.get(c))).translate(escapes)) for c in table.columns] for row in table.rows]
        if width and name in _FITTED:
            from corpuscli.exports.fitting import fit

            rows = fit(rows, table.columns, table.numeric, width)
        if name == "simple":
            from corpuscli.exports.simple import simple

            out.write(simple(rows, table.columns, [c in table.numeric for c in table.columns]) + "\n")
            return
        from tabulate import tabulate

        aligned = ["right" if c in table.numeric else "left" for c in table.columns]
        printed: str = tabulate(rows, table.columns, tablefmt=name, disable_numparse=True, colalign=aligned)
        out.write((_latex(printed) if name.startswith("latex") else printed) + "\n")

    return write


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
