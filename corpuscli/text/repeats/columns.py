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

SORTED = 20_000
"""Rows from which numpy sorts; it is at hand where there are so many."""


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
    def of_pairs(cls, *columns: NDArray[Any]) -> Sightings:
        """Return sightings of two places each.

        Args:
            columns: Parts, first words, and words behind the last, two numbers a row; then ``alike`` and ``times``.
        """
        import numpy as np

        found = cls()
        fields = found.part, found.first, found.last, found.alike, found.times
        for field, column in zip(fields, columns, strict=True):
            field.frombytes(np.ascontiguousarray(column, field.typecode).tobytes())
        found.ends.extend(range(2, len(found.part) + 1, 2))
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

    def columns(self) -> tuple[Column, Column, Column]:
        """Return of all places the parts, the first words, and those behind the last."""
        return self.part, self.first, self.last

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
        for number in numbers:
            some = self.places(number)
            found.part += self.part[some.start : some.stop]
            found.first += self.first[some.start : some.stop]
            found.last += self.last[some.start : some.stop]
            found.ends.append(len(found.part))
            found.alike.append(self.alike[number])
            found.times.append(self.times[number])
        return found


def ascending(*columns: Column) -> Sequence[int]:
    """Return the numbers of rows, the smallest row first; equal ones stay in their order."""
    if len(columns[0]) < SORTED:
        return sorted(range(len(columns[0])), key=lambda number: [column[number] for column in columns])
    import numpy as np

    rows: Any = [np.frombuffer(column, column.typecode) for column in reversed(columns)]
    return array("q", np.lexsort(rows).tobytes())


def runs_alike(order: Sequence[int], column: Column, *columns: Column) -> Iterator[Sequence[int]]:
    """Yield the numbers of rows that are equal in some columns, which they are sorted by."""

    def key(number: int) -> int | tuple[int, ...]:
        return (column[number], *[other[number] for other in columns]) if columns else column[number]

    for _, some in groupby(order, key):
        yield list(some)
