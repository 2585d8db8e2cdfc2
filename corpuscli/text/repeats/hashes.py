"""The hashes of very many grams, by range and by place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpuscli.text.repeats.buckets import Buckets

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from corpuscli.text.repeats.alphabet import Places
    from corpuscli.text.repeats.buckets import Spool

    Numbers = NDArray[np.uint64]

RANGES = 6
"""Upper binary digits of hashes that make a range: each is sorted by itself."""
GATHERED = 1 << 21
"""Words whose grams' lengths lie together."""


class Grams(NamedTuple):
    """The grams of some parts.

    Args:
        hashes: One of each word, range by range; 0 where the part ends before the gram does.
        places: The words that they are of, numbered through these parts.
        lengths: How many whole words the gram of each word covers.
        counts: How many words each part has.
    """

    hashes: Numbers
    places: NDArray[np.uint32]
    lengths: NDArray[np.uint8]
    counts: Places

    def without(self, gone: NDArray[np.bool_]) -> Grams:
        """Leave out some parts: they have no words then."""
        stay = np.repeat(~gone, self.counts)
        left = np.flatnonzero(stay.take(self.places))
        renumbered = (np.cumsum(stay, dtype=np.int64) - 1).take(self.places[left]).astype(np.uint32)
        return Grams(self.hashes[left], renumbered, self.lengths[stay], np.where(gone, 0, self.counts))


def grams_of(hashes: Numbers, lengths: NDArray[np.uint8], counts: Places) -> Grams:
    """Sort the hashes of words by range."""
    order = np.argsort((hashes >> np.uint64(64 - RANGES)).astype(np.uint8), kind="stable")
    return Grams(hashes.take(order), order.astype(np.uint32), lengths, counts)


class Hashes:
    """Takes grams in the order of their words, and hands them out by range and by place.

    Args:
        spool: Opens a file; without it all stays in memory.
    """

    def __init__(self, spool: Spool | None = None) -> None:
        self.total = 0
        self._ranges = Buckets((np.uint64, np.uint32), spool)
        self._lengths = Buckets((np.uint8,), spool)
        self._counts: list[Places] = []

    def add(self, grams: Grams) -> None:
        """Take the grams of the next parts."""
        self._counts.append(grams.counts)
        self._lengths.append(self.total // GATHERED, (grams.lengths,))
        ranges = grams.hashes >> np.uint64(64 - RANGES)
        ends = np.searchsorted(ranges, np.arange(1 << RANGES, dtype=np.uint64), side="right")
        self._ranges.split(ends, (grams.hashes, grams.places + np.uint32(self.total)))
        self.total += len(grams.lengths)

    def counts(self) -> Places:
        """Return how many words each part has."""
        return np.concatenate([np.zeros(0, np.int64), *self._counts])

    def keys(self, number: int, digits: int) -> Numbers:
        """Return the hashes of one range, each with its place in its lower digits; those that are 0 are left out.

        Args:
            number: The range: the upper digits of its hashes.
            digits: How many binary digits a place has.
        """
        hashes, places = self._ranges.take(number)
        if number == 0:
            some = np.flatnonzero(hashes)
            hashes, places = hashes.take(some), places.take(some)
        keys: Numbers = hashes << np.uint64(RANGES)
        keys &= ~np.uint64((1 << digits) - 1)
        keys |= places.astype(np.uint64)
        return keys

    def close(self) -> None:
        """Let the files go."""
        self._ranges.close()
        self._lengths.close()

    def lengths(self) -> Callable[[int], NDArray[np.uint8]]:
        """Return what hands out the words of so many next grams each time it is asked."""
        left = np.zeros(0, np.uint8)
        block = 0

        def following(count: int) -> NDArray[np.uint8]:
            nonlocal left, block
            found = [left]
            missing = count - len(left)
            while missing > 0:
                found.append(self._lengths.take(block)[0])
                block += 1  # some are empty: rows are put where their first word belongs
                missing -= len(found[-1])
            whole = np.concatenate(found)
            left = whole[count:]
            return whole[:count]

        return following
