"""Makes a table as narrow as a terminal: free text is cut with an ellipsis, ids, dates and numbers never.

Where that is not enough, columns that may be spared are left out, and a column named … stands for them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

GAP = 2
"""Blanks between two columns."""
HEAD = 2
"""Blanks that tabulate leaves beside a column's name."""
LEAST = 8
"""Columns of text are not made narrower than so many cells."""
WHOLE = frozenset(
    ("id", "ids", "date", "path", "letter", "targets", "code", "line", "column", "state", "year", "month")
)
"""Columns that are never cut: what is copied from them must be right."""

LEFT_OUT = "…"
"""The name of the column that stands for those that were left out."""

_NARROW = re.compile(
    "[ -~\xa1-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u2010-\u2027]*"
).fullmatch
"""Latin, Greek and Cyrillic take one cell each, whatever wcwidth says in many times the time."""


def fit(rows: Sequence[Sequence[str]], columns: Sequence[str], whole: frozenset[str], width: int) -> list[list[str]]:
    """Cut the cells of a table so that its lines are at most ``width`` cells of a terminal wide, if that can be.

    Args:
        rows: The cells.
        columns: The columns' names.
        whole: Columns that are not cut, beside ``WHOLE``.
        width: Cells of the terminal; Chinese and the like take two.
    """
    widths = widest(rows, len(columns))
    cuts = caps(widths, columns, whole, width)
    return [[cut(cell, cuts.get(at, len(cell) * 2)) for at, cell in enumerate(row)] for row in rows]


def widest(rows: Sequence[Sequence[str]], count: int) -> list[int]:
    """Return the widths of so many columns' cells."""
    return [max((cells(row[at]) for row in rows), default=0) for at in range(count)]


def seen(
    widths: Sequence[int], columns: Sequence[str], whole: Container[str], spare: Iterable[str], width: int
) -> list[int]:
    """Return the places of the columns that are shown: all, or as many as a terminal has room for.

    Args:
        widths: The widths of the columns' cells.
        columns: The columns' names.
        whole: Columns that are not cut, beside ``WHOLE``.
        spare: Columns that may be left out, in the order in which they go.
        width: Cells of the terminal.
    """
    least = _least(widths, columns, whole)
    places = list(range(len(columns)))
    for name in spare:
        shown = [least[at] for at in places]
        if len(places) < len(columns):
            shown.append(len(LEFT_OUT) + HEAD)
        if sum(shown) + GAP * (len(shown) - 1) <= width:
            break
        places = [at for at in places if columns[at] != name]
    return places


def headings(widths: Sequence[int], columns: Sequence[str], whole: Container[str], width: int) -> tuple[str, ...]:
    """Return what is written over the columns: their names, those of text cut where a terminal has no room for them.

    Args:
        widths: The widths of the columns' cells.
        columns: The columns' names.
        whole: Columns that are not cut, beside ``WHOLE``.
        width: Cells of the terminal.

    >>> headings([27, 40, 40], ["id", "recipients", "place"], (), 49)
    ('id', 'recip…', 'place')
    """
    if sum(_least(widths, columns, whole)) + GAP * (len(columns) - 1) <= width:
        return tuple(columns)
    return tuple(name if name in WHOLE or name in whole else cut(name, LEAST - HEAD) for name in columns)


def _least(widths: Sequence[int], columns: Sequence[str], whole: Container[str]) -> list[int]:
    """Return how narrow columns can be without a shorter name."""
    return [
        max(wide if name in WHOLE or name in whole else min(wide, LEAST), len(name) + HEAD)
        for wide, name in zip(widths, columns, strict=True)
    ]


def caps(widths: Sequence[int], columns: Sequence[str], whole: Container[str], width: int) -> dict[int, int]:
    """Return how wide the cells of columns may be, by their places in the table; of those that may be cut only.

    Args:
        widths: The widths of the columns' cells.
        columns: The columns' names.
        whole: Columns that are not cut, beside ``WHOLE``.
        width: Cells of the terminal.
    """
    widths = [max(len(name) + HEAD, wide) for name, wide in zip(columns, widths, strict=True)]
    free = [at for at, name in enumerate(columns) if name not in WHOLE and name not in whole]
    room = width - GAP * (len(columns) - 1) - sum(wide for at, wide in enumerate(widths) if at not in free)
    least = [max(LEAST, len(name) + HEAD) for name in columns]

    def capped(cap: int) -> dict[int, int]:
        return {at: min(widths[at], max(cap, least[at])) for at in free}

    found = range(max(widths, default=0), 0, -1)
    best = bisect_left(found, x=True, key=lambda cap: sum(capped(cap).values()) <= room)
    return capped(found[best] if best < len(found) else 0)


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes.

    >>> cells("Чичерин"), cells("中文")
    (7, 4)
    """
    if text.isascii() or _NARROW(text):
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
