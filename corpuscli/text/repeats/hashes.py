"""The hashes of very many grams: in memory, or put aside in a file where they are too many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Generic, NamedTuple, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpuscli.text.repeats.alphabet import Places

    Numbers = NDArray[np.uint64]

Number = TypeVar("Number", np.uint64, np.uint8)
Spool = Callable[[], IO[bytes]]
"""Opens an empty file that goes when it is closed."""
HELD = 1 << 26
"""Hashes that are held in memory."""
READ = 1 << 22
"""Hashes that are read at a time."""


class Grams(NamedTuple):
    """The grams of some parts.

    Args:
        hashes: One of each word, 0 where the part ends before the gram does.
        lengths: How many whole words each gram covers.
        counts: How many words each part has.
    """

    hashes: Numbers
    lengths: NDArray[np.uint8]
    counts: Places


class Hashes:
    """Takes grams in the order of their words, and hands them out by range and by place.

    Args:
        spool: Opens a file; without it all stays in memory.
    """

    def __init__(self, spool: Spool | None = None) -> None:
        self.total = 0
        self._hashes = _Column(np.uint64, spool)
        self._lengths = _Column(np.uint8, spool)
        self._counts: list[Places] = []

    def add(self, grams: Grams) -> None:
        """Take the grams of the next parts."""
        self.total += len(grams.hashes)
        self._hashes.add(grams.hashes)
        self._lengths.add(grams.lengths)
        self._counts.append(grams.counts)

    def counts(self) -> Places:
        """Return how many words each part has."""
        return np.concatenate([np.zeros(0, np.int64), *self._counts])

    def keys(self, number: int, ranges: int, digits: int) -> Numbers:
        """Return the hashes of one range, each with its place in its lower digits; 0 is no hash.

        Args:
            number: The range: the upper digits of its hashes.
            ranges: How many binary digits that are.
            digits: How many binary digits a place has.
        """
        found: list[Numbers] = []
        mask = np.uint64((1 << digits) - 1)
        start = 0
        for hashes in self._hashes.blocks():
            where = np.flatnonzero((hashes != 0) & ((hashes >> np.uint64(64 - ranges)) == number))
            places = (where + start).astype(np.uint64)
            found.append(((hashes[where] << np.uint64(ranges)) & ~mask) | places)
            start += len(hashes)
        return np.concatenate(found)

    def close(self) -> None:
        """Let the files go."""
        self._hashes.close()
        self._lengths.close()

    def lengths(self) -> Callable[[int], NDArray[np.uint8]]:
        """Return what hands out the words of so many next grams each time it is asked."""
        blocks = self._lengths.blocks()
        left = np.zeros(0, np.uint8)

        def following(count: int) -> NDArray[np.uint8]:
            nonlocal left
            found = [left]
            missing = count - len(left)
            while missing > 0:
                found.append(next(blocks))
                missing -= len(found[-1])
            whole = np.concatenate(found)
            left = whole[count:]
            return whole[:count]

        return following


class _Column(Generic[Number]):
    """Numbers of one kind, one after another."""

    def __init__(self, kind: type[Number], spool: Spool | None) -> None:
        self._kind: type[Number] = kind
        self._spool = spool
        self._held: list[NDArray[Number]] = []
        self._room = HELD
        self._file: IO[bytes] | None = None

    def add(self, numbers: NDArray[Number]) -> None:
        self._held.append(numbers)
        self._room -= len(numbers)
        if self._room < 0 and self._spool:
            self._file = self._file or self._spool()
            for held in self._held:
                self._file.write(held.tobytes())
            self._held = []

    def blocks(self) -> Iterator[NDArray[Number]]:
        if self._file:
            self._file.seek(0)
            size = READ * np.dtype(self._kind).itemsize
            while read := self._file.read(size):
                yield np.frombuffer(read, self._kind)
        yield from self._held

    def close(self) -> None:
        if self._file:
            self._file.close()
