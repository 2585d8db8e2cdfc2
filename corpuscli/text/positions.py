"""From offsets to lines and columns."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate

FEW = 3
"""Offsets that are looked up without knowing where all lines begin."""


class Positions:
    r"""Lines and columns of one source, both from 1, in code points; lines end with ``\n``.

    >>> Positions("ab\ncd").at(4)
    (2, 2)
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._asked = 0

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self._source.split("\n"))]

    def at(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of an offset from 0; the end of the source has a place too."""
        self._asked += 1
        if self._asked <= FEW:
            line_start = self._source.rfind("\n", 0, offset) + 1
            return self._source.count("\n", 0, line_start) + 1, offset - line_start + 1
        from bisect import bisect_right

        line = bisect_right(self._starts, offset, hi=len(self._starts) - 1)
        return line, offset - self._starts[line - 1] + 1
