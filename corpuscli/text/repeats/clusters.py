"""From passages seen by twos to passages with all their places."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from corpuscli.text.repeats.columns import Sightings, ascending, runs_alike
from corpuscli.text.repeats.sightings import Place, Sighting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    for number in range(len(seen)):
        first, *others = seen.places(number)
        for other in others:
            sets.join(first, other)
    _join_overlapping(seen, sets)
    roots = sets.roots()
    heads = array("i", [roots[end - 1] for end in seen.ends])
    found = Sightings()
    members = runs_alike(ascending(heads), heads)
    for places in runs_alike(ascending(roots, seen.part, seen.first, seen.last), roots):
        numbers = next(members)  # one of each root, and the roots ascend here too
        apart = tuple(_apart(map(seen.place, places)))
        if len(apart) > 1:
            times = sorted([seen.times[number] for number in numbers])[len(numbers) // 2]
            found.add(Sighting(apart, min([seen.alike[number] for number in numbers]), times))
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


def _apart(places: Iterable[Place]) -> Iterator[Place]:
    """Make one of stretches that overlap by half; cut what overlaps less."""
    last: Place | None = None
    for place in places:
        if last is None or place.part != last.part or place.first >= last.last:
            if last is not None:
                yield last
            last = place
        elif 2 * (min(place.last, last.last) - place.first) >= min(place.words, last.words):
            last = Place(last.part, last.first, max(last.last, place.last))
        else:
            yield last
            last = Place(place.part, last.last, place.last)
    if last is not None:
        yield last
