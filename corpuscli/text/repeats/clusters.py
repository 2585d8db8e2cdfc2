"""From passages seen by twos to passages with all their places."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from corpuscli.text.repeats.columns import Sightings, ascending, runs_alike

if TYPE_CHECKING:
    from collections.abc import Sequence

SAME = 0.7
"""Share of the longer of two stretches of a part that both must have to be one place."""
OPEN = 32
"""Stretches that are compared with the next, at most."""


class Sets:
    """Numbers that belong together (union and find, with halved paths)."""

    def __init__(self, count: int) -> None:
        self._parents = array("i", range(count))

    def find(self, number: int) -> int:
        """Return the number that stands for all that belong with this one: the least of them."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = number = parents[parents[number]]
        return number

    def join(self, one: int, other: int) -> None:
        """Let two belong together."""
        one, other = self.find(one), self.find(other)
        if one < other:
            self._parents[other] = one
        else:
            self._parents[one] = other

    def roots(self) -> array[int]:
        """Return what stands for each number."""
        return array("i", map(self.find, range(len(self._parents))))


def clusters(seen: Sightings) -> Sightings:
    """Return one sighting for all that share places; its places are ascending and never overlap."""
    sets = Sets(len(seen.part))
    start = 0
    for end in seen.ends:
        for other in range(start + 1, end):
            sets.join(start, other)
        start = end
    _join_overlapping(seen, sets)
    roots = sets.roots()
    heads = array("i", [roots[end - 1] for end in seen.ends])
    found = Sightings()
    members = runs_alike(ascending(heads), heads)
    parts, firsts, lasts = seen.part, seen.first, seen.last
    for places in runs_alike(ascending(roots, parts, firsts, lasts), roots):
        numbers = next(members)  # one of each root, and the roots ascend here too
        apart = _apart([(parts[place], firsts[place], lasts[place]) for place in places])
        if len(apart) > 1:
            times = sorted([seen.times[number] for number in numbers])[len(numbers) // 2]
            found.add(apart, min([seen.alike[number] for number in numbers]), times)
    return found


def _join_overlapping(seen: Sightings, sets: Sets) -> None:
    """Join stretches of a part that are nearly the same."""
    parts, firsts, lasts = seen.part, seen.first, seen.last
    here, going = -1, list[tuple[int, int, int]]()
    for number in ascending(parts, firsts, lasts):
        first, last = firsts[number], lasts[number]
        if parts[number] != here:
            here, going = parts[number], []
        going = [one for one in going if one[1] > first][-OPEN:]
        for start, end, known in going:  # none begins behind this one
            if min(end, last) - first >= SAME * max(end - start, last - first):
                sets.join(known, number)
        going.append((first, last, number))


def _apart(places: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Make one of stretches that overlap by half; cut what overlaps less."""
    found: list[tuple[int, int, int]] = []
    part, first, last = places[0]
    for other, start, end in places[1:]:
        if other == part and start < last and 2 * (min(end, last) - start) >= min(end - start, last - first):
            last = max(last, end)
        else:
            found.append((part, first, last))
            part, first, last = other, max(start, last) if other == part else start, end
    return [*found, (part, first, last)]
