"""Sightings as columns of numbers: very many take a tenth of the memory of tuples, and a look does not touch them.

A process that was forked sees the memory of the one that forked it, until either of them writes. Looking at a tuple
counts who looks, which is writing; looking at a row of an array is not.
"""

from __future__ import annotations

from array import array
from itertools import groupby
from typing import TYPE_CHECKING, Any

from corpuscli.text.repeats.sightings import Place, Sighting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    Column = array[int]


class Sightings:
    """Many sightings.

    Args:
        seen: The first of them.
    """

    __slots__ = ("alike", "ends", "first", "last", "part", "times")

    def __init__(self, seen: Iterable[Sighting] = ()) -> None:
        self.part, self.first, self.last = array("i"), array("i"), array("i")
        self.ends = array("q")
        """Behind the last place of each."""
        self.alike, self.times = array("b"), array("i")
        for one in seen:
            self.add(*one)

    @classmethod
    def of(cls, *columns: NDArray[Any]) -> Sightings:
        """Return sightings from columns: of all places parts, first words, and words behind the last; then the others.

        These are ``ends``, ``alike`` and ``times``.
        """
        found = cls()
        fields = found.part, found.first, found.last, found.ends, found.alike, found.times
        for field, column in zip(fields, columns, strict=True):
            field.frombytes(column.astype(field.typecode).tobytes())
        return found

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> Sighting:
        """Return one of them."""
        return Sighting(tuple(map(self.place, self.places(number))), self.alike[number], self.times[number])

    def __iter__(self) -> Iterator[Sighting]:
        return map(self.__getitem__, range(len(self)))

    def place(self, number: int) -> Place:
        """Return one of the places of all."""
        return Place(self.part[number], self.first[number], self.last[number])

    def places(self, number: int) -> range:
        """Return the numbers of one sighting's places."""
        return range(self.ends[number - 1] if number else 0, self.ends[number])

    def add(self, places: Iterable[tuple[int, int, int]], alike: int, times: int) -> None:
        """Take one more; see ``Sighting``."""
        for part, first, last in places:
            self.part.append(part)
            self.first.append(first)
            self.last.append(last)
        self.ends.append(len(self.part))
        self.alike.append(alike)
        self.times.append(times)

    def extend(self, others: Sightings) -> None:
        """Take more of them."""
        by = len(self.part)
        self.part.extend(others.part)
        self.first.extend(others.first)
        self.last.extend(others.last)
        self.ends.extend([end + by for end in others.ends])
        self.alike.extend(others.alike)
        self.times.extend(others.times)

    def chosen(self, numbers: Iterable[int]) -> Sightings:
        """Return some of them."""
        found = Sightings()
        for start, end in _stretches(numbers):
            first, last = self.places(start).start, self.ends[end - 1]
            by = len(found.part) - first
            found.part += self.part[first:last]
            found.first += self.first[first:last]
            found.last += self.last[first:last]
            found.ends.extend([behind + by for behind in self.ends[start:end]])
            found.alike += self.alike[start:end]
            found.times += self.times[start:end]
        return found


def _stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield stretches of numbers that follow one another, the end exclusive."""
    start = end = -1
    for number in numbers:
        if number != end:
            if start >= 0:
                yield start, end
            start = number
        end = number + 1
    if start >= 0:
        yield start, end


def ascending(*columns: Column) -> list[int]:
    """Return the numbers of rows, the smallest row first; equal ones stay in their order."""
    return sorted(range(len(columns[0])), key=list(zip(*columns, strict=True)).__getitem__)


def runs_alike(order: Sequence[int], column: Column, *columns: Column) -> Iterator[Sequence[int]]:
    """Yield the numbers of rows that are equal in some columns, which they are sorted by."""

    def key(number: int) -> int | tuple[int, ...]:
        return (column[number], *[other[number] for other in columns]) if columns else column[number]

    for _, some in groupby(order, key):
        yield list(some)
