"""Joins very many sightings to clusters by columns: the same ones that ``clusters`` finds row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from corpuscli.text.repeats.columns import Sightings
from corpuscli.text.repeats.stretches import OPEN, SAME, apart, overlapping

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpuscli.text.repeats.alphabet import Places

    Numbers = NDArray[np.intc]
    Rows = NDArray[np.intc]
    """Stretches: part, first word, and the word behind the last."""


def joined(seen: Sightings) -> Sightings:
    """Return one sighting for all that share places; see ``clusters.clusters``."""
    stretches = np.stack([np.frombuffer(column, np.intc) for column in (seen.part, seen.first, seen.last)], 1)
    ends = np.frombuffer(seen.ends, np.int64)
    counts = np.diff(ends, prepend=0)
    order = np.lexsort(stretches.T[::-1])
    one, other = (order.take(rows) for rows in _overlapping(stretches.take(order, 0)))
    first = np.repeat(ends - counts, counts)
    roots = _roots(np.concatenate((first, one)), np.concatenate((np.arange(len(first)), other)), len(first))
    root, left = _apart(roots, stretches)
    counts = np.diff(_heads(root), append=len(root))
    several = counts > 1
    left = left[np.repeat(several, counts)]
    alike, times = (column[several] for column in _summed(roots.take(ends - 1), seen))
    return Sightings.of(*left.T, np.cumsum(counts[several]), alike, times)


def _heads(*columns: Numbers) -> Places:
    """Return the first of rows that are equal; they are sorted."""
    return np.flatnonzero(np.logical_or.reduce([np.diff(column, prepend=-1) != 0 for column in columns]))


def _summed(roots: Numbers, seen: Sightings) -> tuple[NDArray[np.int8], Numbers]:
    """Return how much the sightings of each root are alike at least, and in how many places the middle one stands."""
    alike, times = np.frombuffer(seen.alike, np.int8), np.frombuffer(seen.times, np.intc)
    order = np.lexsort((times, roots))
    heads = _heads(roots.take(order))
    middles = heads + np.diff(heads, append=len(order)) // 2
    return np.minimum.reduceat(alike.take(order), heads), times.take(order.take(middles))


def _overlapping(rows: Rows) -> tuple[Places, Places]:
    """Return the numbers of stretches of one part that are nearly the same; they ascend."""
    heads = _heads(rows[:, 0])
    sizes = np.diff(heads, append=len(rows))
    crowded = np.repeat(sizes > OPEN, sizes)
    rank = np.arange(len(rows)) - np.repeat(heads, sizes)
    first, last = rows[:, 1], rows[:, 2]
    some = np.flatnonzero(crowded)
    pairs = [some.take(np.array(list(overlapping(rows.take(some, 0).tolist())), np.int64).reshape(-1, 2))]
    others = np.flatnonzero(~crowded)
    for step in range(1, OPEN):
        others = others[rank.take(others) >= step]
        before = others - step
        shared = np.minimum(last.take(before), last.take(others)) - first.take(others)
        longest = np.maximum(last.take(before) - first.take(before), last.take(others) - first.take(others))
        near = shared >= SAME * longest
        pairs.append(np.stack((before[near], others[near]), 1))
    one, other = np.concatenate(pairs).T
    return one, other


def _roots(one: Places, other: Places, count: int) -> Numbers:
    """Return the least number that each of so many is joined to."""
    roots = np.arange(count, dtype=np.intc)
    while True:
        mine, theirs = roots.take(one), roots.take(other)
        if np.array_equal(mine, theirs):
            return roots
        np.minimum.at(roots, np.maximum(mine, theirs), np.minimum(mine, theirs))
        while not np.array_equal(roots, nearer := roots.take(roots)):
            roots = nearer


def _apart(roots: Numbers, stretches: Rows) -> tuple[Numbers, Rows]:
    """Put the stretches of each root apart; returns the root of each that is left, and these."""
    rows = np.concatenate((roots[:, None], stretches), 1)
    rows = rows.take(np.lexsort(rows.T[::-1]), 0)
    rows = rows.take(_heads(*rows.T), 0)
    bounds = np.append(_heads(*rows.T[:2]), len(rows))
    alone = np.diff(bounds) == 1
    met = [rows[start:end].tolist() for start, end in np.stack((bounds[:-1], bounds[1:]), 1)[~alone].tolist()]
    left = [(some[0][0], *one) for some in met for one in apart([(part, *words) for _, part, *words in some])]
    rows = np.concatenate((rows.take(bounds[:-1][alone], 0), np.array(left, np.intc).reshape(-1, 4)))
    rows = rows.take(np.lexsort(rows.T[::-1]), 0)
    return rows[:, 0], rows[:, 1:]
