"""The runs of a large corpus: the same as ``runs.runs_of`` finds, by sorting hashes.

Time grows with the number of words, memory too: 20 bytes a word, and what sorting one range of hashes takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpuscli.text.repeats.chains import DRIFT, LEAST
from corpuscli.text.repeats.runs import WEIGHTS, Run
from corpuscli.text.repeats.tables import Grammar, Grams

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from corpuscli.model.span import Span
    from corpuscli.text.repeats.tables import Numbers, Places

SORTED = 1 << 23
"""Grams that are sorted at a time, at most by a fair share of hashes."""
_BIN = 4
"""Binary digits of a difference between places that are left out when chance links are told: more than ``DRIFT``."""
assert DRIFT < 1 << _BIN  # noqa: S101 - else a link's neighbour would not be found


class Links(NamedTuple):
    """For each word of all parts, numbered through.

    Args:
        before: The last word before it with the same gram, -1 where there is none.
        weights: What its gram weighs.
    """

    before: NDArray[np.int32]
    weights: NDArray[np.uint8]


def runs_of_many(parts: Iterable[tuple[str, Span]], most: int) -> tuple[list[Run], list[int]]:
    """Find the runs that may make chains.

    Args:
        parts: Each part's source, and where it stands there.
        most: The most words of a gram; see ``runs.gram_ends``.

    Returns:
        The runs of ``runs.runs_of``, without those that are too light and no other of their pair is near; and the words
        of each part.
    """
    grams = _gathered(parts, most)
    links = _linked(grams.hashes)
    last = np.cumsum(grams.counts)
    first = last - grams.counts
    again = np.flatnonzero(links.before >= 0)
    place = links.before[again].astype(np.int64)
    part, other = (np.searchsorted(last, where, side="right") for where in (place, again))
    goes_on = np.zeros(len(again), bool)
    goes_on[1:] = (
        (again[1:] == again[:-1] + 1)
        & (place[1:] == place[:-1] + 1)
        & (part[1:] == part[:-1])
        & (other[1:] == other[:-1])
    )
    heads = np.flatnonzero(~goes_on)
    counts = np.diff(heads, append=len(again))
    weight = np.add.reduceat(links.weights[again].astype(np.int64), heads) if len(heads) else heads
    tails = place[heads + counts - 1]
    end = tails + grams.lengths[again[heads + counts - 1]] - first[part[heads]]
    part, other, place, again = part[heads], other[heads], place[heads], again[heads]
    word, where = place - first[part], again - first[other]
    kept = (counts >= most) | _in_company(part, other, where - word, weight)
    columns = (column[kept].tolist() for column in (part, other, word, where, end, counts, weight))
    return [Run(*row) for row in zip(*columns, strict=True)], grams.counts.tolist()


def _gathered(parts: Iterable[tuple[str, Span]], most: int) -> Grams:
    found = [Grams(np.zeros(0, np.uint64), np.zeros(0, np.uint16), np.zeros(0, np.int64))]
    found += Grammar(most).grams(parts)
    return Grams(*(np.concatenate(columns) for columns in zip(*found, strict=True)))


def _linked(hashes: Numbers) -> Links:
    """Link equal hashes, sorted range by range, each together with its place in one number of 64 bits."""
    before = np.full(len(hashes), -1, np.int32)
    weights = np.zeros(len(hashes), np.uint8)
    known = np.array(WEIGHTS, np.uint8)
    digits = max(len(hashes).bit_length(), 1)
    ranges = max(len(hashes) // SORTED, 1).bit_length() - 1
    places = np.uint64((1 << digits) - 1)
    for number in range(1 << ranges):
        among = hashes != 0
        if ranges:
            among &= (hashes >> np.uint64(64 - ranges)) == number
        where = np.flatnonzero(among).astype(np.uint64)
        keys = ((hashes[where] << np.uint64(ranges)) & ~places) | where
        keys.sort()
        where = (keys & places).astype(np.int64)
        same = (keys[1:] ^ keys[:-1]) <= places
        heads = np.flatnonzero(np.concatenate((np.ones(min(len(where), 1), bool), ~same)))
        times = np.diff(heads, append=len(where))
        weights[where] = np.repeat(known[np.minimum(times, len(known) - 1)], times)
        before[where[1:][same]] = where[:-1][same]
    return Links(before, weights)


def _in_company(part: Places, other: Places, offset: Places, weight: Places) -> NDArray[np.bool_]:
    """Tell the runs that are heavy enough, or may have another of their pair beside them; few others are told so."""
    size = np.uint64((1 << max(len(part).bit_length() + 2, 10)) - 1)
    pair = part.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + other.astype(np.uint64)
    pair *= np.uint64(0xC2B2AE3D27D4EB4F)
    pair ^= pair >> np.uint64(31)
    beside = (offset >> _BIN).astype(np.uint64)

    def bins(by: int) -> Places:
        mixed = (pair + (beside + np.uint64(by % (1 << 64))) * np.uint64(0x165667B19E3779F9)) >> np.uint64(17)
        return (mixed & size).astype(np.int64)

    weights = np.bincount(bins(0), weight, int(size) + 1)
    company = weights[bins(0)] + weights[bins(1)] + weights[bins(-1)]
    return (weight >= LEAST) | (company >= LEAST)
