"""Tells runs by chance from those that may be of one passage: these have others of their pair beside them."""

from __future__ import annotations

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
_STEPS = (0, 1, -1)
_ASIDE, _AHEAD = 0x165667B19E3779F9, 0xFF51AFD7ED558CCD
"""What a step to the next difference adds to a key, and what a step to the next place adds."""


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
    keys = _moved(pair, (runs.again - runs.word) >> _BESIDE, _ASIDE)
    sides = [step * _ASIDE for step in _STEPS]
    near: NDArray[np.bool_] = _Weights((keys, runs.weight)).about(keys, sides) >= LEAST
    some = np.flatnonzero(near)
    word, weight, keys = runs.word.take(some), runs.weight.take(some), keys.take(some)
    begins, ends = word >> _ALONG, (word + runs.grams.take(some)) >> _ALONG
    first, last = (_moved(keys, along, _AHEAD) for along in (begins, ends))
    weights = _Weights((first, weight), (last, weight * (begins != ends)))
    around = [side + step * _AHEAD for side in sides for step in _STEPS]
    near[some] = np.maximum(weights.about(first, around), weights.about(last, around)) >= LEAST
    return near


def _moved(keys: Numbers, steps: Places, by: int) -> Numbers:
    """Return keys that are some steps on, each of which adds as much."""
    return keys + steps.view(np.uint64) * np.uint64(by)


class _Weights:
    """Adds up weights in bins.

    Args:
        rows: Keys of bins, and what is put there; keys that differ seldom share a bin.
    """

    def __init__(self, *rows: tuple[Numbers, Places]) -> None:
        self._size = 1 << max(len(rows[0][0]).bit_length() + 2, 10)
        self._bins = np.zeros(self._size)
        for keys, weight in rows:
            self._bins += np.bincount(self._bin(keys), weight, self._size)

    def about(self, keys: Numbers, steps: Sequence[int]) -> NDArray[np.float64]:
        """Return what lies in the bins that are some steps from each key."""
        found = np.zeros(len(keys))
        for step in steps:
            found += self._bins.take(self._bin(keys + np.uint64(step % (1 << 64))))
        return found

    def _bin(self, keys: Numbers) -> Places:
        return ((keys >> np.uint64(17)) & np.uint64(self._size - 1)).view(np.int64)
