"""Tells the pairs of parts that have nothing in common but what stands everywhere: most pairs of a large corpus.

Their runs say all that is told of them, and nothing is compared letter by letter; what is told is what ``seeing`` tells
of each such pair by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpuscli.text.repeats.chains import DRIFT, GAP, LEAST, MUCH, POPULAR
from corpuscli.text.repeats.columns import Sightings
from corpuscli.text.repeats.runs import RARE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpuscli.text.repeats.alphabet import Places
    from corpuscli.text.repeats.many import Block
    from corpuscli.text.repeats.sought import Sought

    Flags = NDArray[np.bool_]


class _Joined(NamedTuple):
    """Runs that follow one another.

    Args:
        heads: The first run of each chain.
        pairs: The first chain of each pair of parts.
        plain: Of each pair, whether ``chains`` joins its runs so: each goes on with the last, or lies too far behind.
    """

    heads: Places
    pairs: Places
    plain: Flags


class _Chains(NamedTuple):
    """Chains as columns; see ``chains.Chain``. ``holds`` says which are heavy enough to be one."""

    part: NDArray[np.int32]
    other: NDArray[np.int32]
    word: NDArray[np.int32]
    again: NDArray[np.int32]
    size: NDArray[np.int32]
    reach: NDArray[np.int32]
    times: NDArray[np.int32]
    holds: Flags


def glimpses(sought: Sought, runs: Block) -> tuple[Sightings, Block]:
    """Tell of which pairs a glimpse is enough.

    Args:
        sought: What is sought.
        runs: All runs of their pairs, in the order of parts and words.

    Returns:
        What the glimpses show, and the runs of the other pairs.
    """
    joined = _joined(runs)
    chains = _chains(runs, joined.heads, sought.most)
    seen = chains.holds & _are_glimpses(sought, chains)
    enough = joined.plain & np.logical_and.reduceat(seen | ~chains.holds, joined.pairs)
    seen &= np.repeat(enough, np.diff(joined.pairs, append=len(seen)))
    shown = np.flatnonzero(seen & (chains.size >= sought.across))
    shown = shown[np.lexsort([column.take(shown) for column in (chains.word, -chains.size, chains.other, chains.part)])]
    part, other, word, again, size, _, times, _ = (column.take(shown) for column in chains)
    places = (np.stack(pair, 1).ravel() for pair in ((part, other), (word, again), (word + size, again + size)))
    found = Sightings.of(*places, _ends(len(shown)), np.full(len(shown), 100), times)
    sizes = np.diff(joined.heads.take(joined.pairs), append=len(runs.part))
    rest = np.flatnonzero(np.repeat(~enough, sizes))
    return found, type(runs)(*(column.take(rest) for column in runs))


def _joined(runs: Block) -> _Joined:
    begins = np.ones(len(runs.part), bool)
    begins[1:] = (runs.part[1:] != runs.part[:-1]) | (runs.other[1:] != runs.other[:-1])
    far, strays = np.zeros_like(begins), np.zeros_like(begins)
    far[1:] = runs.word[1:] > runs.word[:-1] + runs.grams[:-1] + GAP
    strays[1:] = np.abs(np.diff(runs.again - runs.word)) > DRIFT
    heads = np.flatnonzero(begins | far)
    plain = ~np.logical_or.reduceat(strays & ~far & ~begins, np.flatnonzero(begins))
    return _Joined(heads, np.flatnonzero(begins.take(heads)), plain)


def _chains(runs: Block, heads: Places, most: int) -> _Chains:
    grams, weight = (np.add.reduceat(column, heads) for column in (runs.grams, runs.weight))
    longest = np.maximum.reduceat(runs.grams, heads)
    longs = np.flatnonzero(runs.grams == np.repeat(longest, np.diff(heads, append=len(runs.part))))
    part, other, word, again, end, *_ = (column.take(longs[np.searchsorted(longs, heads)]) for column in runs)
    reach = np.maximum.reduceat(runs.end, heads) - runs.word.take(heads)
    times = np.rint(np.exp2(RARE * grams / weight)).astype(np.int32)
    holds = (weight >= LEAST) | (longest >= most)
    return _Chains(part, other, word, again, end - word, reach, times, holds)


def _are_glimpses(sought: Sought, chains: _Chains) -> Flags:
    """Tell of chains whether they show two texts what stands everywhere and is little of either."""
    owners, sizes = (np.frombuffer(column, np.intc) for column in (sought.shelf.owners, sought.shelf.sizes))
    one, two = owners.take(chains.part), owners.take(chains.other)
    least = np.minimum(sizes.take(one), sizes.take(two)) * MUCH
    are: Flags = (one != two) & (chains.times >= POPULAR) & (chains.reach < least)
    return are


def in_order(one: Sightings, other: Sightings) -> Sightings:
    """Put sightings of two places each in the order of their parts; those of one pair stay as they are."""
    both = ((one.part, other.part), (one.first, other.first), (one.last, other.last))
    part, first, last = (np.concatenate(columns).reshape(-1, 2) for columns in both)
    order = np.lexsort((part[:, 1], part[:, 0]))
    alike, times = np.concatenate((one.alike, other.alike)), np.concatenate((one.times, other.times))
    places = (column.take(order, 0).ravel() for column in (part, first, last))
    return Sightings.of(*places, _ends(len(order)), alike.take(order), times.take(order))


def _ends(count: int) -> Places:
    """Return the places behind the last of each sighting, where each has two."""
    return np.arange(2, 2 * count + 1, 2)
