"""The runs of a large corpus: the same as ``runs.runs_of`` finds, by sorting hashes.

Time grows with the number of words. Memory holds the runs, and what sorting one range of hashes takes: hashes and
links are put aside where they are very many.
"""

from __future__ import annotations

from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpuscli.text.repeats.chains import LEAST
from corpuscli.text.repeats.company import Lights, in_company
from corpuscli.text.repeats.hashes import Hashes
from corpuscli.text.repeats.linking import Links, linked
from corpuscli.text.repeats.lots import grams
from corpuscli.text.repeats.runs import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from corpuscli.text.repeats.alphabet import Places
    from corpuscli.text.repeats.buckets import Spool
    from corpuscli.text.repeats.spelling import Spelling
    from corpuscli.text.repeats.texts import Shelf

BLOCK = 1 << 20
"""Words whose links are made to runs at a time; a longer part is one block."""
BLOCKS = 16
"""Blocks that a smaller corpus is cut into: with the runs of the first, comparing begins."""
SHARE = 1500
"""Runs that are compared at a time, by one process."""
_NEAR = 5
"""Binary digits of a place that are left out when its part is looked up."""


def runs_of_many(
    shelf: Shelf, most: int, spelling: Spelling, spool: Spool | None = None, workers: int = 1
) -> tuple[list[int], Iterator[Block]]:
    """Find the runs that may make chains.

    Args:
        shelf: The texts; their parts are numbered.
        most: The most words of a gram; see ``runs.gram_ends``.
        spelling: Spells the parts, and keeps some.
        spool: Opens a file for what memory has no room for; without it all stays in memory.
        workers: How many processes read and hash them.

    Returns:
        The words of each part; and the runs of ``runs.runs_of``, without those that are too light and no other of their
        pair is near, in blocks that have all runs of a pair.
    """
    hashes = Hashes(spool)
    try:
        for some in grams(shelf, most, spelling, workers):
            hashes.add(some)
    except BaseException:
        hashes.close()
        raise
    counts = hashes.counts()
    return counts.tolist(), _shares(hashes, counts, most, spool)


def _shares(hashes: Hashes, counts: Places, most: int, spool: Spool | None) -> Iterator[Block]:
    """Yield the runs as they are found, some at a time; at the end the hashes are closed."""
    with closing(hashes):
        for block in _runs(hashes, counts, most, spool) if hashes.total else ():
            yield from block.shares(most)


class Block(NamedTuple):
    """Runs as columns; see ``runs.Run``."""

    part: NDArray[np.int32]
    other: NDArray[np.int32]
    word: NDArray[np.int32]
    again: NDArray[np.int32]
    end: NDArray[np.int32]
    grams: NDArray[np.int32]
    weight: NDArray[np.int32]

    def runs(self) -> list[Run]:
        """Return them as rows."""
        return list(map(Run._make, zip(*(column.tolist() for column in self), strict=True)))

    def shares(self, most: int) -> Iterator[Block]:
        """Yield those of pairs that may hold a chain, some ``SHARE`` at a time, each with all runs of its pairs."""
        order, counts = self._by_pairs(most)
        columns = [column.take(order) for column in self]
        heads = np.cumsum(counts) - counts
        cuts = heads[np.searchsorted(heads, np.arange(0, len(order), SHARE), side="right") - 1]
        cuts = cuts[np.diff(cuts, prepend=-1) > 0]
        for start, end in pairwise([*cuts.tolist(), len(order)]):
            yield Block(*(column[start:end] for column in columns))

    def _by_pairs(self, most: int) -> tuple[Places, Places]:
        """Return the runs of such pairs in their order, and how many each pair has; see ``chains.chains_of``."""
        order = np.lexsort((self.word, self.other, self.part))
        part, other = self.part.take(order), self.other.take(order)
        heads = np.flatnonzero(np.diff(part, prepend=-1) | np.diff(other, prepend=-1))
        counts = np.diff(heads, append=len(order))
        if not len(heads):
            return order, counts
        weights = np.add.reduceat(self.weight.take(order), heads)
        holds = (weights >= LEAST) | (np.maximum.reduceat(self.grams.take(order), heads) >= most)
        return order[np.repeat(holds, counts)], counts[holds]


def _runs(hashes: Hashes, counts: Places, most: int, spool: Spool | None) -> Iterator[Block]:
    """Yield the runs of some parts at a time: those whose second places are there."""
    last = np.cumsum(counts)
    ends = _ends(last)
    owners = _Owners(last)
    lengths = hashes.lengths()
    with closing(linked(hashes, ends, spool)) as links:
        start = 0
        for number, end in enumerate(ends.tolist()):
            yield _block(Links(*links.take(number)), owners, (start, end), lengths(end - start), most)
            start = end


def _ends(last: Places) -> Places:
    """Return where blocks of words end: ``BLOCK`` words or fewer, but whole parts."""
    ends: list[int] = []
    start, total = 0, int(last[-1])
    size = min(total // BLOCKS + 1, BLOCK)
    while start < total:
        start = int(last[np.searchsorted(last, min(start + size, total))])
        ends.append(start)
    return np.array(ends, np.int64)


class _Owners:
    """Knows the part that each word belongs to."""

    def __init__(self, last: Places) -> None:
        self._last = last
        self.first = np.concatenate(([0], last[:-1]))
        near = np.searchsorted(last, np.arange(0, int(last[-1]), 1 << _NEAR), side="right")
        self._near: NDArray[np.int32] = near.astype(np.int32)

    def of(self, words: Places) -> Places:
        """Return the part of each word: that of a word near before it, or the next, or one that is looked for."""
        parts = self._near.take(words >> _NEAR).astype(np.int64)
        behind = np.flatnonzero(self._last.take(parts) <= words)
        parts[behind] += 1
        behind = behind[self._last.take(parts.take(behind)) <= words.take(behind)]
        parts[behind] = np.searchsorted(self._last, words.take(behind), side="right")
        return parts

    def within(self, start: int, end: int) -> Places:
        """Return the part of each word of some whole parts."""
        first = int(np.searchsorted(self._last, start, side="right"))
        last = int(np.searchsorted(self._last, end, side="left"))
        counts: Places = np.diff(self._last[first : last + 1], prepend=start)
        return np.repeat(np.arange(first, last + 1), counts)


def _block(links: Links, owners: _Owners, bounds: tuple[int, int], lengths: NDArray[np.uint8], most: int) -> Block:
    row = np.zeros(bounds[1] - bounds[0], np.int32)  # which link is each word's, counted from 1
    row[links.place.astype(np.int64) - bounds[0]] = np.arange(1, len(links.place) + 1)
    inside = np.flatnonzero(row)
    rows = row.take(inside) - 1
    again, place = inside + bounds[0], links.before.take(rows).astype(np.int64)
    weights = links.weight.take(rows).astype(np.int64)
    part, other = owners.of(place), owners.within(*bounds).take(inside)
    goes_on = np.zeros(len(again), bool)
    goes_on[1:] = (
        (again[1:] == again[:-1] + 1)
        & (place[1:] == place[:-1] + 1)
        & (part[1:] == part[:-1])
        & (other[1:] == other[:-1])
    )
    heads = np.flatnonzero(~goes_on)
    counts = np.diff(heads, append=len(again))
    weight = np.add.reduceat(weights, heads) if len(heads) else heads
    tails = heads + counts - 1
    part, other = part.take(heads), other.take(heads)
    begins = owners.first.take(part)
    end = place.take(tails) + lengths.take(inside.take(tails)) - begins
    word, where = place.take(heads) - begins, again.take(heads) - owners.first.take(other)
    company = np.where(counts >= most, LEAST, weight)
    kept = np.flatnonzero(in_company(Lights(part, other, word, where, counts, company)))
    columns = (part, other, word, where, end, counts, weight)
    return Block(*(column.take(kept).astype(np.int32) for column in columns))
