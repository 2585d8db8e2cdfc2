"""Words of large corpora as arrays: folded and hashed many letters at a time, word for word as ``words`` has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpuscli.text.repeats.hashes import grams_of
from corpuscli.text.repeats.letters import BLANK, without_markers
from corpuscli.text.repeats.runs import LETTERS
from corpuscli.text.repeats.spelling import Edges, chunk_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from corpuscli.model.span import Span
    from corpuscli.text.repeats.alphabet import Alphabet, Letters, Places
    from corpuscli.text.repeats.hashes import Grams, Numbers
    from corpuscli.text.repeats.spelling import Chunk

CHUNK = 1 << 17
"""Characters that are folded at a time; a longer part is folded whole."""
_BASE = 0x9E3779B97F4A7C15
"""Odd, so that it has an inverse modulo 2 to the 64th: a gram's hash is a difference of sums, moved to its place."""


class _Hashed(NamedTuple):
    """Some parts: packed, the hashes of their words, 0 where a gram does not end, and what ``Grams`` has of them."""

    chunk: Chunk | None
    hashes: Numbers
    lengths: NDArray[np.uint8]
    counts: Places


class Grammar:
    """Hashes the grams of parts.

    Args:
        most: The most words of a gram; see ``runs.gram_ends``.
        alphabet: Spells them.
    """

    def __init__(self, most: int, alphabet: Alphabet) -> None:
        self._most = most
        self._alphabet = alphabet
        self._powers = (np.zeros(0, np.uint64), np.zeros(0, np.uint64))

    def hashed(self, parts: Iterable[tuple[str, Span]], *, kept: bool) -> tuple[list[Chunk], Grams]:
        """Hash the grams of parts.

        Args:
            parts: Each part's source, and where it stands there.
            kept: Whether the parts are wanted packed, too.

        Returns:
            What is packed, and the grams.
        """
        found = [self._hashed(pieces, kept=kept) for pieces in _chunks(parts)]
        hashes = np.concatenate([np.zeros(0, np.uint64), *(one.hashes for one in found)])
        lengths = np.concatenate([np.zeros(0, np.uint8), *(one.lengths for one in found)])
        counts = np.concatenate([np.zeros(0, np.int64), *(one.counts for one in found)])
        return [one.chunk for one in found if one.chunk], grams_of(hashes, lengths, counts)

    def _hashed(self, pieces: Sequence[str], *, kept: bool) -> _Hashed:
        """Spell some parts and hash their words; pack the parts where they are kept."""
        sizes = np.fromiter(map(len, pieces), np.int64, len(pieces)) + 1
        spelt = self._alphabet.spell(BLANK.join(pieces) + BLANK)
        letters, at = spelt.letters, spelt.at
        starts = at[:-1]
        bounds: Places = np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes)))
        first_words = np.searchsorted(spelt.starts, bounds)
        first_letters = at.take(first_words)
        counts = np.diff(first_words)
        ends = self._ends(at, np.repeat(first_letters[1:], counts))
        begun = np.zeros(len(letters) + 1, np.int32)
        begun[at] = 1
        np.cumsum(begun, out=begun)
        lengths = begun.take(ends) - np.arange(1, len(at), dtype=np.int32)
        chunk = chunk_of(spelt, Edges(bounds, first_letters, first_words)) if kept else None
        return _Hashed(chunk, self._hashes(letters, starts, ends), np.maximum(lengths, 0).astype(np.uint8), counts)

    def _ends(self, at: Places, last: Places) -> Places:
        """Return where each word's gram ends, 0 where its part ends first; see ``runs.gram_ends``.

        Args:
            at: The letters that begin a word, and behind them the number of letters.
            last: Of each word, where its part ends. What words of the next part cap ends behind it.
        """
        ends = at[:-1] + LETTERS
        capped = ends[: max(len(at) - self._most, 0)]
        np.minimum(capped, at[self._most :], out=capped)
        ends[ends > last] = 0
        return ends

    def _hashes(self, letters: Letters, starts: Places, ends: Places) -> Numbers:
        powers, inverses = self._reach(len(letters))
        sums = np.zeros(len(letters) + 1, np.uint64)
        values = np.multiply(letters, powers[: len(letters)], out=sums[1:])
        np.cumsum(values, out=values)
        hashes = (sums.take(ends) - sums.take(starts)) * inverses.take(starts)
        hashes = _mixed(hashes + (ends - starts).astype(np.uint64) * np.uint64(0xD6E8FEB86659FD93))
        hashes[hashes == 0] = 1
        hashes[ends == 0] = 0
        return hashes

    def _reach(self, size: int) -> tuple[Numbers, Numbers]:
        """Return powers of the base and of its inverse, ``size`` or more."""
        known = self._powers
        if size > len(known[0]):
            size = max(size, CHUNK)
            known = self._powers = _powers(_BASE, size), _powers(pow(_BASE, -1, 1 << 64), size)
        return known


def _chunks(parts: Iterable[tuple[str, Span]]) -> Iterator[list[str]]:
    """Yield what parts say, without markers of notes, some ``CHUNK`` characters at a time."""
    waiting: list[str] = []
    size = 0
    for source, span in parts:
        piece = without_markers(source[span.start : span.end])
        waiting.append(piece)
        size += len(piece) + 1
        if size >= CHUNK:
            yield waiting
            waiting, size = [], 0
    if waiting:
        yield waiting


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
