"""From offsets to lines and columns."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate


class Positions:
    r"""Lines and columns of one source, both from 1, in code points; lines end with ``\n``.

    >>> Positions("ab\ncd").at(4)
    (2, 2)
    """

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self._source.split("\n"))]

    def at(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of an offset from 0; the end of the source has a place too."""
        from bisect import bisect_right

        line = bisect_right(self._starts, offset, hi=len(self._starts) - 1)
        return line, offset - self._starts[line - 1] + 1
