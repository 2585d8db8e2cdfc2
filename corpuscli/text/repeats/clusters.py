"""From passages seen by twos to passages with all their places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from corpuscli.text.repeats.sightings import Place, Sighting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SAME = 0.7
"""Share of the longer of two stretches of a part that both must have to be one place."""
OPEN = 32
"""Stretches that are compared with the next, at most."""


class Sets:
    """Numbers that belong together (union and find, with halved paths)."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def find(self, number: int) -> int:
        """Return the number that stands for all that belong with this one."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = number = parents[parents[number]]
        return number

    def join(self, one: int, other: int) -> None:
        """Let two belong together."""
        one, other = sorted((self.find(one), self.find(other)))
        self._parents[other] = one


def clusters(seen: Sequence[Sighting]) -> Iterator[Sighting]:
    """Yield one sighting for all that share places; its places are ascending and never overlap."""
    places = [place for sighting in seen for place in sighting.places]
    sets = Sets(len(places))
    number = 0
    for sighting in seen:
        for other in range(number + 1, number + len(sighting.places)):
            sets.join(number, other)
        number += len(sighting.places)
    _join_overlapping(places, sets)
    groups: dict[int, list[Place]] = defaultdict(list)
    for number, place in enumerate(places):
        groups[sets.find(number)].append(place)
    alike: dict[int, int] = {}
    times: dict[int, list[int]] = defaultdict(list)
    number = 0
    for sighting in seen:
        root = sets.find(number)
        alike[root] = min(alike.get(root, 100), sighting.alike)
        times[root].append(sighting.times)
        number += len(sighting.places)
    for root, members in groups.items():
        apart = tuple(_apart(sorted(members)))
        if len(apart) > 1:
            yield Sighting(apart, alike[root], sorted(times[root])[len(times[root]) // 2])


def _join_overlapping(places: Sequence[Place], sets: Sets) -> None:
    order = sorted(range(len(places)), key=places.__getitem__)
    going: list[int] = []
    for number in order:
        place = places[number]
        going = [old for old in going if places[old].part == place.part and places[old].last > place.first][-OPEN:]
        for old in going:
            if _same(places[old], place):
                sets.join(old, number)
        going.append(number)


def _same(one: Place, other: Place) -> bool:
    shared = min(one.last, other.last) - max(one.first, other.first)
    return shared >= SAME * max(one.words, other.words)


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
