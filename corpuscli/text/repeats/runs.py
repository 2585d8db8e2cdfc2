"""Where short runs of letters stand again: what all longer repeats are grown from.

At every word a gram is taken: its first ``LETTERS`` letters from there on, blanks aside, or as many words as half a
passage has. Equal grams are linked each to the next only, so that what stands everywhere makes no more links than it
has places; links that follow one another are a run.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from math import log2
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpuscli.text.repeats.words import Words

LETTERS = 13
"""Letters of a gram: some three words, few enough to survive bad print, enough to be rare."""


RARE = 60
"""What a gram weighs that stands twice; one that stands four times half of it, sixteen times a quarter."""
WEIGHTS = tuple(round(RARE / log2(max(times, 2))) for times in range(4096))
"""What a gram weighs by how often it stands."""


class Run(NamedTuple):
    """Grams that follow one another in two places.

    Args:
        part: The part of the first place.
        other: The part of the second; the same part or a later one.
        word: The word where the first gram begins in ``part``.
        again: The word where it begins in ``other``.
        end: The word behind the last that the last gram covers, in ``part``.
        grams: How many grams there are.
        weight: What they weigh together.
    """

    part: int
    other: int
    word: int
    again: int
    end: int
    grams: int
    weight: int


def gram_ends(words: Words, most: int) -> list[int]:
    """Return where the gram of each word ends, in letters; 0 where the part ends before the gram does.

    Args:
        words: One part.
        most: The most words of a gram.
    """
    at, count = words.at, len(words)
    total = at[-1]
    ends: list[int] = []
    for word in range(count):
        end = at[word] + LETTERS
        if word + most <= count and at[word + most] < end:
            end = at[word + most]
        ends.append(end if end <= total else 0)
    return ends


class _Link(NamedTuple):
    """A gram, where it stood last, where it stands again, and the word behind the last that it covers there."""

    gram: str
    before: tuple[int, int]
    place: tuple[int, int]
    end: int


def runs_of(parts: Iterable[tuple[int, Words]], most: int) -> list[Run]:
    """Find the runs of parts, numbered in ascending order; see ``gram_ends``.

    The runs are in the order of their second places.
    """
    last: dict[str, tuple[int, int]] = {}
    times: Counter[str] = Counter()
    links: list[_Link] = []
    for part, words in parts:
        letters, at = words.letters, words.at
        for word, end in enumerate(gram_ends(words, most)):
            if end:
                gram = letters[at[word] : end]
                if gram in last:
                    links.append(_Link(gram, last[gram], (part, word), bisect_right(at, end) - 1))
                last[gram] = (part, word)
                times[gram] += 1
    return [_run(members, times) for members in _following(links)]


def _following(links: Iterable[_Link]) -> Iterator[list[_Link]]:
    """Yield links that follow one another in both places."""
    going: list[_Link] = []
    for link in links:
        if going and not (_follows(going[-1].before, link.before) and _follows(going[-1].place, link.place)):
            yield going
            going = []
        going.append(link)
    if going:
        yield going


def _follows(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other == (one[0], one[1] + 1)


def _run(members: Sequence[_Link], times: Counter[str]) -> Run:
    first, last = members[0], members[-1]
    weight = sum(WEIGHTS[min(times[link.gram], len(WEIGHTS) - 1)] for link in members)
    (part, word), (other, again) = first.before, first.place
    return Run(part, other, word, again, last.end - again + word, len(members), weight)
