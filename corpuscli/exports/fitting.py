"""Makes a table as narrow as a terminal: free text is cut with an ellipsis, ids, dates and numbers never."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 2
"""Blanks between two columns."""
HEAD = 2
"""Blanks that tabulate leaves beside a column's name."""
LEAST = 8
"""Columns of text are not made narrower than so many cells."""
WHOLE = frozenset(("id", "ids", "date", "path", "letter", "code", "line", "column", "state", "year", "month"))
"""Columns that are never cut: what is copied from them must be right."""


def fit(rows: Sequence[Sequence[str]], columns: Sequence[str], whole: frozenset[str], width: int) -> list[list[str]]:
    """Cut the cells of a table so that its lines are at most ``width`` cells of a terminal wide, if that can be.

    Args:
        rows: The cells.
        columns: The columns' names.
        whole: Columns that are not cut, beside ``WHOLE``.
        width: Cells of the terminal; Chinese and the like take two.
    """
    widths = [max([len(name) + HEAD, *(cells(row[at]) for row in rows)]) for at, name in enumerate(columns)]
    free = [at for at, name in enumerate(columns) if name not in WHOLE and name not in whole]
    room = width - GAP * (len(columns) - 1) - sum(wide for at, wide in enumerate(widths) if at not in free)
    least = [max(LEAST, len(name) + HEAD) for name in columns]

    def capped(cap: int) -> dict[int, int]:
        return {at: min(widths[at], max(cap, least[at])) for at in free}

    caps = range(max(widths, default=0), 0, -1)
    best = bisect_left(caps, x=True, key=lambda cap: sum(capped(cap).values()) <= room)
    cuts = capped(caps[best] if best < len(caps) else 0)
    return [[cut(cell, cuts.get(at, len(cell) * 2)) for at, cell in enumerate(row)] for row in rows]


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes.

    >>> cells("Чичерин"), cells("中文")
    (7, 4)
    """
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def cut(text: str, width: int) -> str:
    """Cut a text to some cells, the last of them an ellipsis.

    >>> cut("I. V. Stalin; V. I. Lenin", 12), cut("Stalin", 12)
    ('I. V. Stali…', 'Stalin')
    """
    if cells(text) <= width:
        return text
    kept = text[: width - 1]
    while cells(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"
