"""Exact repeats within one text, in time that grows with its length.

Every run of ``least`` words is looked up among the runs before it; the leftmost run that stands again is stretched to
the right as far as its copies agree. Copies never overlap: where a passage follows itself (a tandem) it ends where its
next copy begins.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from corpuscli.model.passage import Copy, Passage
from corpuscli.model.span import Span
from corpuscli.text.repeats.words import Words, passage_id, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_WITHIN = 20
"""How many words a passage within one letter must have, unless asked otherwise."""

_CANDIDATES = 64
"""How many later places decide how long a passage is; a bound where one run stands everywhere."""


def find_within(source: str, parts: Sequence[Span] | None = None, least: int = LEAST_WITHIN) -> list[Passage]:
    """Find the passages that stand more than once.

    Args:
        source: The text; spans count in it, in code points.
        parts: Where to look; a passage never runs from one part into the next. All of the source by default.
        least: The fewest words a passage has.

    Returns:
        One passage for all its copies, in the order of their first copies; two passages share no word.

    >>> [p.words for p in find_within("a b c x a b c", least=3)]
    [3]
    """
    parts = [Span(0, len(source))] if parts is None else parts
    words = words_of(source, parts)
    places = _runs(words.folded, least)
    found: list[Passage] = []
    done = [False] * len(words.folded)
    for first, later in sorted(places.items()):
        if not any(done[first : first + least]):
            copies, count = _stretch(words.folded, first, later, done, least)
            if len(copies) > 1 and count >= least:
                for copy in copies:
                    done[copy : copy + count] = [True] * count
                found.append(_passage(words, copies, count))
    return found


def _runs(folded: Sequence[str], least: int) -> dict[int, list[int]]:
    """Return the runs of ``least`` words that stand again: first place → all places, ascending."""
    seen: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    for place in range(len(folded) - least + 1):
        run = hash(tuple(folded[place : place + least]))
        first = seen.setdefault(run, place)
        if first != place:
            groups.setdefault(first, [first]).append(place)
    return groups


def _stretch(
    folded: Sequence[str], first: int, places: Sequence[int], done: Sequence[bool], least: int
) -> tuple[list[int], int]:
    """Return the copies that agree the longest with the first, and how many words they share."""
    later = places[bisect_left(places, first + least) :]
    count = max((_agreement(folded, first, place, done) for place in later[:_CANDIDATES]), default=0)
    copies = [first]
    for place in later:
        if place >= copies[-1] + count and _agreement(folded, first, place, done, count) == count:
            copies.append(place)
    return copies, count


def _agreement(folded: Sequence[str], first: int, later: int, done: Sequence[bool], most: int | None = None) -> int:
    """Count the words that two places share before they differ, meet, or reach a word of another passage."""
    last = min(later - first, len(folded) - later)
    last = last if most is None else min(last, most)
    count = 0
    while count < last and folded[first + count] == folded[later + count]:
        if done[first + count] or done[later + count]:
            break
        count += 1
    return count


def _passage(words: Words, copies: Sequence[int], count: int) -> Passage:
    places = tuple(Copy(0, words.span(copy, count)) for copy in copies)
    return Passage(passage_id(words.folded[copies[0] : copies[0] + count]), "within", count, 100, places)
