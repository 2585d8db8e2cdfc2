"""Parts that have been spelt are kept, as long as there is room: copies are looked at again and again."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpuscli.text.repeats.alphabet import ENCODINGS, Alphabet
from corpuscli.text.repeats.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpuscli.model.span import Span
    from corpuscli.text.repeats.alphabet import Letters, Narrow, Places, Spelt

ROOM = 450_000_000
"""Bytes of spelt parts that are kept; the others are spelt anew when they are asked for."""


class Edges(NamedTuple):
    """Where parts that were spelt together begin, and behind the last where it ends.

    Args:
        text: In the text, blanks between parts included.
        letters: In the letters.
        words: In the words.
    """

    text: Places
    letters: Places
    words: Places


class Chunk(NamedTuple):
    """Some parts: their letters, and of each word the first letter, its start and its end, counted in its own part.

    Args:
        letters: All letters.
        at: The first letter of each word, and behind the last word of each part the number of its letters.
        starts: Where each word begins in its part.
        ends: Where it ends.
        edges: Where the parts begin.
        marked: Parts that marks stand in.
    """

    letters: Letters
    at: Narrow
    starts: Narrow
    ends: Narrow
    edges: Edges
    marked: frozenset[int]

    @property
    def size(self) -> int:
        """How many bytes they take."""
        return sum(column.nbytes for column in (self.letters, self.at, self.starts, self.ends, *self.edges))


class Spelling:
    """Makes words of parts by their numbers."""

    def __init__(self) -> None:
        self.alphabet = Alphabet()
        self._chunks: list[_Kept] = []
        self._firsts: list[int] = []
        self._ends = 0
        self._room = ROOM

    @property
    def has_room(self) -> bool:
        """Whether further parts may be kept."""
        return self._room >= 0

    def keep(self, chunk: Chunk) -> None:
        """Keep the next parts, if there is room; none behind the first that found none."""
        self._room -= chunk.size
        if self._room >= 0:
            self._firsts.append(self._ends)
            self._chunks.append(_kept(chunk))
            self._ends += len(chunk.edges.text) - 1

    def words(self, part: int, span: Span, source: Callable[[], str]) -> Words:
        """Return the words of a part; its source is read where it is not kept."""
        if part >= self._ends:
            return self.alphabet.words_of(source(), span)
        number = bisect_right(self._firsts, part) - 1
        letters, encoding, at, starts, ends, words, begins, marked = self._chunks[number]
        part -= self._firsts[number]
        if part in marked:
            return self.alphabet.words_of(source(), span)
        first, last = words[part], words[part + 1]
        said = str(letters[begins[part] : begins[part + 1]], encoding, "surrogatepass")
        return Words(said, at[first + part : last + part + 1], starts[first:last], ends[first:last], span.start)


class _Kept(NamedTuple):
    """A chunk as what is cut from it costs least: memory of numbers, not arrays."""

    letters: memoryview
    encoding: str
    at: memoryview
    starts: memoryview
    ends: memoryview
    words: memoryview
    begins: memoryview
    marked: frozenset[int]


def _kept(chunk: Chunk) -> _Kept:
    letters, at, starts, ends, edges, marked = chunk
    encoding = ENCODINGS[letters.itemsize]
    return _Kept(letters.data, encoding, at.data, starts.data, ends.data, edges.words.data, edges.letters.data, marked)


def chunk_of(spelt: Spelt, edges: Edges) -> Chunk:
    """Pack what has been spelt."""
    letters, at, starts, ends, marks = spelt
    marked = frozenset((np.searchsorted(edges.text, marks, side="right") - 1).tolist())
    counts = np.diff(edges.words)
    before = np.repeat(edges.text[:-1], counts)
    starts, ends = starts - before, ends - before
    rows = np.arange(len(at) - 1) + np.repeat(np.arange(len(counts)), counts)
    firsts = np.empty(len(at) - 1 + len(counts), np.int64)
    firsts[rows] = at[:-1] - np.repeat(edges.letters[:-1], counts)
    firsts[edges.words[1:] + np.arange(len(counts))] = np.diff(edges.letters)
    short = bool(np.diff(edges.text).max(initial=0) <= np.iinfo(np.uint16).max)
    first, start, end = (_narrowed(column, short=short) for column in (firsts, starts, ends))
    return Chunk(_packed(letters), first, start, end, edges, marked)


def _narrowed(column: Places, *, short: bool) -> Narrow:
    """Return places in parts in two bytes, where the parts are short enough, else in four."""
    return column.astype(np.uint16) if short else column.astype(np.int32)


def _packed(letters: Letters) -> Letters:
    """Return letters in as few bytes as they need."""
    most = int(letters.max(initial=0)) if letters.itemsize > 1 else 0
    if most <= np.iinfo(np.uint8).max:
        return letters.astype(np.uint8, copy=False)
    return letters.astype(np.uint16, copy=False) if most <= np.iinfo(np.uint16).max else letters
