"""From passages seen by twos to passages with all their places."""

from __future__ import annotations

from array import array

from corpuscli.text.repeats.columns import Sightings, ascending, runs_alike
from corpuscli.text.repeats.stretches import apart, overlapping

MANY = 10_000
"""Places from which they are joined by columns; numpy is at hand where there are so many."""


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
    if len(seen.part) >= MANY:
        from corpuscli.text.repeats.joining import joined

        return joined(seen)
    sets = Sets(len(seen.part))
    start = 0
    for end in seen.ends:
        for other in range(start + 1, end):
            sets.join(start, other)
        start = end
    parts, firsts, lasts = seen.part, seen.first, seen.last
    order = ascending(parts, firsts, lasts)
    for one, other in overlapping((parts[place], firsts[place], lasts[place]) for place in order):
        sets.join(order[one], order[other])
    roots = sets.roots()
    heads = array("i", [roots[end - 1] for end in seen.ends])
    found = Sightings()
    members = runs_alike(ascending(heads), heads)
    for places in runs_alike(ascending(roots, parts, firsts, lasts), roots):
        numbers = next(members)  # one of each root, and the roots ascend here too
        left = apart([(parts[place], firsts[place], lasts[place]) for place in places])
        if len(left) > 1:
            times = sorted([seen.times[number] for number in numbers])[len(numbers) // 2]
            found.add(left, min([seen.alike[number] for number in numbers]), times)
    return found
