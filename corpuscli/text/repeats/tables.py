"""Words of large corpora as arrays: folded and hashed many letters at a time, word for word as ``words`` has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpuscli.text.repeats.letters import BLANK, LONGEST, MARK, alone, cuts, fold, without_markers
from corpuscli.text.repeats.runs import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from corpuscli.model.span import Span

    Numbers = NDArray[np.uint64]
    Places = NDArray[np.int64]

CHUNK = 1 << 20
"""Characters that are folded at a time; a longer part is folded whole."""
NOTHING, AMID = 0, 1
"""What blanks and what marks fold to."""
_UNMET = np.uint32(0xFFFFFFFF)
_BASE = 0x9E3779B97F4A7C15
"""Odd, so that it has an inverse modulo 2 to the 64th: a gram's hash is a difference of sums, moved to its place."""


class Grams(NamedTuple):
    """The grams of some parts.

    Args:
        hashes: One of each word, 0 where the part ends before the gram does.
        lengths: How many whole words each gram covers.
        counts: How many words each part has.
    """

    hashes: Numbers
    lengths: NDArray[np.uint16]
    counts: Places


class Grammar:
    """Folds and hashes; knows the characters that it has met."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._folds = np.full(0, _UNMET, np.uint32)
        self._alone = np.zeros(0, bool)
        self._powers = np.zeros(0, np.uint64)
        self._inverses = np.zeros(0, np.uint64)

    def grams(self, parts: Iterable[tuple[str, Span]]) -> Iterator[Grams]:
        """Yield the grams of parts, many parts at a time.

        Args:
            parts: Each part's source, and where it stands there.
        """
        waiting: list[str] = []
        size = 0
        for source, span in parts:
            waiting.append(without_markers(span.of(source)))
            size += len(span) + 1
            if size >= CHUNK:
                yield self._hashed(waiting)
                waiting, size = [], 0
        if waiting:
            yield self._hashed(waiting)

    def _hashed(self, pieces: Sequence[str]) -> Grams:
        lengths = np.fromiter((len(piece) + 1 for piece in pieces), np.int64, len(pieces))
        codes = np.frombuffer((BLANK.join(pieces) + BLANK).encode("utf-32-le", "surrogatepass"), np.uint32)
        folded = self._fold(codes)
        places = np.flatnonzero(folded > AMID)
        letters = folded[places]
        starts = self._starts(folded, places, letters)
        bounds = np.concatenate(([0], np.cumsum(lengths)))
        first_letters = np.searchsorted(places, bounds)
        first_words = np.searchsorted(starts, first_letters)
        counts = np.diff(first_words)
        ends = self._ends(starts, first_letters[1:], first_words[1:], counts, len(letters))
        lengths = np.searchsorted(starts, ends, side="right") - 1 - np.arange(len(starts))
        at_end = ends == len(letters)
        lengths[at_end] = len(starts) - np.flatnonzero(at_end)
        return Grams(self._hashes(letters, starts, ends), np.maximum(lengths, 0).astype(np.uint16), counts)

    def _fold(self, codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
        top = int(codes.max()) + 1
        if top > len(self._folds):
            self._folds = np.concatenate((self._folds, np.full(top - len(self._folds), _UNMET, np.uint32)))
        folded = self._folds[codes]
        unmet = folded == _UNMET
        if unmet.any():
            for code in np.unique(codes[unmet]).tolist():
                letter = fold(chr(code))
                self._folds[code] = {BLANK: NOTHING, MARK: AMID}.get(letter, ord(letter))
            folded = self._folds[codes]
            known = np.unique(self._folds[self._folds != _UNMET])
            self._alone = np.zeros(int(known[-1]) + 1, bool)
            self._alone[[code for code in known.tolist() if code > AMID and alone(chr(code))]] = True
        return folded

    def _starts(self, folded: NDArray[np.uint32], places: Places, letters: NDArray[np.uint32]) -> Places:
        """Return the letters that begin a word."""
        blanks = np.cumsum(folded == NOTHING, dtype=np.int32)[places]
        begins = np.ones(len(letters), bool)
        begins[1:] = blanks[1:] != blanks[:-1]
        if self._alone.any():
            single = self._alone[letters]
            begins |= single
            begins[1:] |= single[:-1]
        starts = np.flatnonzero(begins)
        sizes = np.diff(starts, append=len(letters))
        for start, size in zip(starts[sizes > LONGEST].tolist(), sizes[sizes > LONGEST].tolist(), strict=True):
            behind = [cuts(chr(code)) for code in letters[start : start + size - 1].tolist()]
            begins[start + 1 : start + size] = behind
        return np.flatnonzero(begins) if (sizes > LONGEST).any() else starts

    def _ends(self, starts: Places, letters: Places, words: Places, counts: Places, total: int) -> Places:
        """Return where each word's gram ends, 0 where its part ends first; see ``runs.gram_ends``."""
        last_letters, last_words = np.repeat(letters, counts), np.repeat(words, counts)
        ends = starts + LETTERS
        later = np.arange(len(starts)) + self._most
        capped = np.append(starts, total)[np.minimum(later, len(starts))]
        ends = np.where((later <= last_words) & (capped < ends), capped, ends)
        return np.where(ends <= last_letters, ends, 0)

    def _hashes(self, letters: NDArray[np.uint32], starts: Places, ends: Places) -> Numbers:
        self._reach(len(letters))
        values = _mixed(letters.astype(np.uint64) + np.uint64(0x51ED27))
        sums = np.zeros(len(letters) + 1, np.uint64)
        np.cumsum(values * self._powers[: len(letters)], out=sums[1:])
        hashes = (sums[ends] - sums[starts]) * self._inverses[starts]
        hashes = _mixed(hashes + (ends - starts).astype(np.uint64) * np.uint64(0xD6E8FEB86659FD93))
        hashes[hashes == 0] = 1
        hashes[ends == 0] = 0
        return hashes

    def _reach(self, size: int) -> None:
        if size > len(self._powers):
            self._powers = _powers(_BASE, size)
            self._inverses = _powers(pow(_BASE, -1, 1 << 64), size)


def _powers(base: int, count: int) -> Numbers:
    factors = np.full(count, base, np.uint64)
    factors[0] = 1
    return np.cumprod(factors)


def _mixed(numbers: Numbers) -> Numbers:
    """Spread every bit over all (the finaliser of MurmurHash3, Appleby 2011)."""
    numbers ^= numbers >> np.uint64(33)
    numbers *= np.uint64(0xFF51AFD7ED558CCD)
    numbers ^= numbers >> np.uint64(33)
    numbers *= np.uint64(0xC4CEB9FE1A85EC53)
    numbers ^= numbers >> np.uint64(33)
    return numbers
