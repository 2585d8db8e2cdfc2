"""tabulate's format ``simple``, which is the one that commands print unasked, without tabulate.

Its import takes as long as two bare Pythons (it asks importlib.metadata for its version). A property test proves that
both print the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.exports.fitting import GAP, HEAD, cells

if TYPE_CHECKING:
    from collections.abc import Sequence


def simple(rows: Sequence[Sequence[str]], columns: Sequence[str], right: Sequence[bool]) -> str:
    """Set a table in columns under a line of dashes.

    Args:
        rows: The cells.
        columns: The columns' names.
        right: Which columns are set to the right.

    >>> print(simple([["a", "12"]], ["id", "words"], [False, True]))
    id      words
    ----  -------
    a          12
    """
    lines = [columns, *([cell.strip() for cell in row] for row in rows)]
    widths = [max(cells(line[at]) + (HEAD if line is columns else 0) for line in lines) for at in range(len(columns))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(_line(line, widths, right) for line in lines)


def _line(line: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    blanks = [" " * (width - cells(cell)) for cell, width in zip(line, widths, strict=True)]
    placed = [blank + cell if end else cell + blank for cell, blank, end in zip(line, blanks, right, strict=True)]
    return (" " * GAP).join(placed).rstrip()
