"""Tells runs by chance from those that may be of one passage: these have others of their pair beside them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpuscli.text.repeats.chains import DRIFT, GAP, LEAST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from corpuscli.text.repeats.alphabet import Places
    from corpuscli.text.repeats.hashes import Numbers

_BESIDE = 4
"""Binary digits of a difference between places that are left out: more than ``DRIFT``."""
_ALONG = 6
"""Binary digits of a place that are left out: more than ``GAP``."""
assert (DRIFT >> _BESIDE, GAP >> _ALONG) == (0, 0)  # noqa: S101 - else a run's neighbour would not be found
_MIXERS = (0x165667B19E3779F9, 0xFF51AFD7ED558CCD)


class Lights(NamedTuple):
    """Runs as columns: their parts, where the first gram begins in each, how many grams there are, what they weigh."""

    part: Places
    other: Places
    word: Places
    again: Places
    grams: Places
    weight: Places


def in_company(runs: Lights) -> NDArray[np.bool_]:
    """Tell the runs that are heavy enough, or may have another of their pair near them; few others are told so.

    In parts as long as books there are many at any distance: what stands far along is left out then.
    """
    pair = runs.part.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + runs.other.astype(np.uint64)
    pair *= np.uint64(0xC2B2AE3D27D4EB4F)
    pair ^= pair >> np.uint64(31)
    beside = (runs.again - runs.word) >> _BESIDE
    weights = _Weights(pair)
    weights.put((beside,), runs.weight)
    near: NDArray[np.bool_] = weights.about((beside,)) >= LEAST
    some = np.flatnonzero(near)
    word, weight, beside = runs.word.take(some), runs.weight.take(some), beside.take(some)
    begins, ends = word >> _ALONG, (word + runs.grams.take(some)) >> _ALONG
    weights = _Weights(pair.take(some))
    weights.put((beside, begins), weight)
    weights.put((beside, ends), weight * (begins != ends))
    near[some] = np.maximum(*(weights.about((beside, along)) for along in (begins, ends))) >= LEAST
    return near


class _Weights:
    """Weighs what lies in the bins of each run's pair, at places that are told."""

    def __init__(self, pair: Numbers) -> None:
        self._pair = pair
        self._size = 1 << max(len(pair).bit_length() + 2, 10)
        self._bins = np.zeros(self._size)

    def put(self, places: Sequence[Places], weight: Places) -> None:
        """Put what runs weigh into the bins of their places."""
        self._bins += np.bincount(self._bin(places, (0, 0)), weight, self._size)

    def about(self, places: Sequence[Places]) -> NDArray[np.float64]:
        """Return what lies in the bins of places and in those next to them."""
        found = np.zeros(len(self._pair))
        for steps in product((0, 1, -1), repeat=len(places)):
            found += self._bins.take(self._bin(places, steps))
        return found

    def _bin(self, places: Sequence[Places], steps: Sequence[int]) -> Places:
        mixed = self._pair.copy()
        for place, step, mixer in zip(places, steps, _MIXERS, strict=False):
            mixed += (place + step).astype(np.uint64) * np.uint64(mixer)
        return ((mixed >> np.uint64(17)) & np.uint64(self._size - 1)).astype(np.int64)
