"""Stretches of parts: which of them are nearly the same, and how those of one passage are put apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SAME = 0.7
"""Share of the longer of two stretches of a part that both must have to be one place."""
OPEN = 32
"""Stretches that are compared with the next, at most."""
Stretch = tuple[int, int, int]
"""A part, its first word, and the one behind the last."""


def overlapping(stretches: Iterable[Stretch]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of stretches of one part that are nearly the same; they ascend.

    >>> list(overlapping([(7, 0, 10), (7, 1, 10), (7, 5, 9), (8, 5, 9)]))
    [(0, 1)]
    """
    here, going = -1, list[tuple[int, int, int]]()
    for number, (part, first, last) in enumerate(stretches):
        if part != here:
            here, going = part, []
        going = [one for one in going if one[1] > first][-OPEN:]
        for start, end, known in going:  # none begins behind this one
            if min(end, last) - first >= SAME * max(end - start, last - first):
                yield known, number
        going.append((first, last, number))


def apart(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Make one of stretches that overlap by half; cut what overlaps less. They ascend.

    >>> apart([(7, 0, 10), (7, 4, 12), (7, 11, 19)])
    [(7, 0, 12), (7, 12, 19)]
    """
    found: list[Stretch] = []
    part, first, last = stretches[0]
    for other, start, end in stretches[1:]:
        if other == part and start < last and 2 * (min(end, last) - start) >= min(end - start, last - first):
            last = max(last, end)
        else:
            found.append((part, first, last))
            part, first, last = other, max(start, last) if other == part else start, end
    return [*found, (part, first, last)]
