"""A text as letters and words with their places."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.text.repeats.letters import BLANK, LONGEST, MARK, WORD, cuts, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Words:
    """One part of a text, folded.

    Args:
        letters: All letters and digits, without blanks.
        at: Where each word begins in ``letters``, and behind the last word their number.
        starts: Where each word begins (code points), counted from where the part begins.
        ends: Where it ends, counted so too.
        begin: Where the part begins in the source.
    """

    letters: str
    at: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    begin: int = 0

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """Return where words from the ``first`` to before the ``last`` stand in the source."""
        return Span(self.begin + self.starts[first], self.begin + self.ends[last - 1])

    def word(self, letter: int) -> int:
        """Return the word that a letter belongs to."""
        return bisect_right(self.at, letter) - 1

    def said(self, first: int, last: int) -> list[str]:
        """Return words from the ``first`` to before the ``last``, folded."""
        return [self.letters[start:end] for start, end in pairwise(self.at[first : last + 1])]


def words_of(source: str, part: Span) -> Words:
    """Split a part of a source into words.

    >>> words_of("A quiet life.", Span(2, 13)).said(0, 2)
    ['quiet', 'life']
    """
    text = folded(part.of(source))
    spans = [found.span() for found in WORD.finditer(text)]
    if MARK in text:
        spans = [(start, end) for start, end in spans if text[start:end].strip(MARK)]
    if any(end - start > LONGEST for start, end in spans):
        spans = [piece for start, end in spans for piece in _pieces(text, start, end)]
    sizes = _sizes(text, spans) if MARK in text else [end - start for start, end in spans]
    return Words(
        text.replace(BLANK, "").replace(MARK, ""),
        (0, *accumulate(sizes)),
        tuple([start for start, _ in spans]),
        tuple([end for _, end in spans]),
        part.start,
    )


def _sizes(text: str, spans: list[tuple[int, int]]) -> list[int]:
    return [end - start - text.count(MARK, start, end) for start, end in spans]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run that is too long for a word at places that depend on its letters alone."""
    if end - start - text.count(MARK, start, end) <= LONGEST:
        yield start, end
        return
    first, last = start, ""
    for place in range(start, end):
        if text[place] != MARK:
            if last and cuts(last):
                yield first, place
                first = place
            last = text[place]
    yield first, end
