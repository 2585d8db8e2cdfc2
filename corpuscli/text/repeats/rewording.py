"""Grows a passage over words that were changed, where its letters alone say that it ends.

A changed word of nine letters outweighs the four letters behind it that agree; that these are a whole word, and the
next one, still says that the passage goes on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.text.repeats.words import Words

REACH = 8
"""Words that are looked at behind a difference."""
CHANGED = 4
"""Letters that a word weighs that was changed, put in or left out."""
GAINS = 3
"""Letters by which the words that agree must outweigh the changed ones; less is chance."""


class Ahead(NamedTuple):
    """The next words of a text as one walks.

    Args:
        words: What they say.
        edges: The letters where they begin as one walks, and behind the last where it ends.
        torn: Whether one stands amid a word, which is not among them.
    """

    words: Sequence[str]
    edges: Sequence[int]
    torn: bool


def ahead(words: Words, letter: int, end: int, step: int) -> Ahead:
    """Return the next words from a letter on, forwards or backwards, before ``end``.

    >>> from corpuscli.text.repeats.words import words_of
    >>> from corpuscli.model.span import Span
    >>> ahead(words_of("one more word", Span(0, 13)), 7, 0, -1)
    Ahead(words=['more', 'one'], edges=[7, 3, 0], torn=False)
    """
    at = words.at
    if step > 0:
        first = bisect_left(at, letter)
        last = min(first + REACH, bisect_right(at, end) - 1)
    else:
        last = bisect_right(at, letter) - 1
        first = max(last - REACH, bisect_left(at, end), 0)
    edges = list(at[first : last + 1])
    said = [words.letters[one:other] for one, other in pairwise(edges)]
    if step < 0:
        edges.reverse()
        said.reverse()
    return Ahead(said, edges, bool(edges) and edges[0] != letter)


def over_words(mine: Ahead, theirs: Ahead) -> Sequence[tuple[int, int, int]]:
    """Return the words that agree behind a difference, up to where going on pays best; none where it does not.

    Returns:
        Runs of words: the first in the one and in the other, and how many.
    """
    if set(mine.words).isdisjoint(theirs.words):
        return ()
    from rapidfuzz.distance.Levenshtein import editops

    blocks: list[tuple[int, int, int]] = []
    weight = best = -CHANGED * (mine.torn or theirs.torn)
    upto = one = other = 0
    for block in editops(mine.words, theirs.words).as_matching_blocks():
        weight -= CHANGED * max(block.a - one, block.b - other)
        weight += abs(mine.edges[block.a + block.size] - mine.edges[block.a])
        if block.size:
            blocks.append((block.a, block.b, block.size))
        one, other = block.a + block.size, block.b + block.size
        if weight > best:
            best, upto = weight, len(blocks)
    return blocks[:upto] if best >= GAINS else ()
