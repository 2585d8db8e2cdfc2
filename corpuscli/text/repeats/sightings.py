"""From chains to passages seen: two places, or a tandem of many, with their edges."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from operator import sub
from sys import maxsize
from typing import TYPE_CHECKING, NamedTuple

from corpuscli.text.repeats.aligning import Block, Bounds, grow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.text.repeats.chains import Chain
    from corpuscli.text.repeats.words import Words

LEAST_ALIKE = 60
"""Letters in a hundred that two copies have in common; below that they are two texts."""
TWICE = 2
"""Edges of one period: a tandem has more."""
NEAR = 48
"""Letters from a passage's own course within which a chain is part of it."""
FAILURES = 64
"""Chains of one pair of parts that may come to nothing before the rest is given up: a bound where words recur madly."""


class Place(NamedTuple):
    """Words of a part: the first, and the one behind the last."""

    part: int
    first: int
    last: int

    @property
    def words(self) -> int:
        """How many words there are."""
        return self.last - self.first


class Sighting(NamedTuple):
    """A passage seen in two or more places.

    Args:
        places: The places, ascending.
        alike: Letters in a hundred that they have in common, 100 for the same words.
        times: In how many places its grams stand: more than there are here, where it is made of what recurs.
    """

    places: tuple[Place, ...]
    alike: int
    times: int = 2

    @property
    def words(self) -> int:
        """How many words the longest copy has."""
        return max(place.words for place in self.places)


class _Course(NamedTuple):
    """How one passage runs through two parts."""

    blocks: Sequence[Block]

    @property
    def one(self) -> tuple[int, int]:
        one, _, size = self.blocks[-1]
        return self.blocks[0][0], one + size

    @property
    def other(self) -> tuple[int, int]:
        _, other, size = self.blocks[-1]
        return self.blocks[0][1], other + size

    def image(self, letter: int) -> int:
        """Return where a letter of the one part stands in the other."""
        one, other, _ = self.blocks[max(bisect_right(self.blocks, (letter, maxsize)) - 1, 0)]
        return other + letter - one

    def holds(self, letter: int, again: int) -> bool:
        return self.one[0] <= letter < self.one[1] and abs(self.image(letter) - again) <= NEAR


def glimpse(chain: Chain) -> Sighting:
    """Return what a popular chain shows without comparing letters: the words that its longest run covers."""
    (word, again), *_ = chain.starts
    places = Place(chain.part, word, word + chain.size), Place(chain.other, again, again + chain.size)
    return Sighting(places, 100, chain.times)


def sightings(chains: Sequence[Chain], one: Words, other: Words, least: int) -> list[Sighting]:
    """Compare the two parts of some chains where these say; what lies within another sighting on both sides is none.

    Args:
        chains: Chains of one pair of parts, the weightiest first.
        one: The one part.
        other: The other; the same value where a part is compared with itself.
        least: The fewest words of a passage.
    """
    seen: list[Sighting] = []
    courses: list[_Course] = []
    failures = 0
    for chain, (word, again) in [(one_of, start) for one_of in chains for start in one_of.starts]:
        start = one.at[word], other.at[again]
        if any(course.holds(*start) for course in courses):
            continue
        course = _Course(grow(one, other, start, _whole(one, other)))
        courses.append(course)
        found = _tandem(course, chain.part, one, least) if one is other and course.one[1] > course.other[0] else None
        found = found or _pair(course, chain, one, other)
        if found and found.words >= least and found.alike >= LEAST_ALIKE:
            if not any(_lies_in(found, known) for known in seen):
                seen = [known for known in seen if not _lies_in(known, found)] + [found]
            continue
        failures += 1
        if failures == FAILURES:
            break
    return seen


def _lies_in(one: Sighting, other: Sighting) -> bool:
    """Tell whether each place of one lies in that of the other: a course may grow over one that did not reach it."""
    return len(one.places) == len(other.places) and all(
        theirs.first <= mine.first and mine.last <= theirs.last
        for mine, theirs in zip(one.places, other.places, strict=True)
    )


def _whole(one: Words, other: Words) -> Bounds:
    return Bounds((0, len(one.letters)), (0, len(other.letters)))


def _pair(course: _Course, chain: Chain, one: Words, other: Words) -> Sighting | None:
    mine, theirs = course.one, course.other
    if one is other:
        mine = (mine[0], min(mine[1], theirs[0]))
        theirs = (theirs[0], max(min(course.image(mine[1] - 1) + 1, theirs[1]), theirs[0] + 1))
    if len(course.blocks) == 1:
        size = mine[1] - mine[0]
        edges = _common_edges(one, other, mine[0], theirs[0], size)
        if edges is None:
            return None
        first, last = edges
        places = (
            Place(chain.part, one.word(mine[0] + first), one.word(mine[0] + last - 1) + 1),
            Place(chain.other, other.word(theirs[0] + first), other.word(theirs[0] + last - 1) + 1),
        )
    else:
        places = (Place(chain.part, *_rounded(one, *mine)), Place(chain.other, *_rounded(other, *theirs)))
    if min(place.words for place in places) < 1 or (one is other and places[0].last > places[1].first):
        return None
    return Sighting(places, _alike(course, places, one, other), chain.times)


def _common_edges(one: Words, other: Words, at: int, to: int, size: int) -> tuple[int, int] | None:
    """Return the first and last edges of words that both texts have within letters that agree."""
    mine, theirs = _edges(one, at, size), _edges(other, to, size)
    if (
        len(mine) == len(theirs) > 1 and mine[0] - at == theirs[0] - to and _step_alike(mine, theirs)
    ):  # as they mostly are
        return mine[0] - at, mine[-1] - at
    known = {edge - to for edge in theirs}
    shared = [edge - at for edge in mine if edge - at in known]
    return (shared[0], shared[-1]) if len(shared) > 1 else None


def _step_alike(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether as many numbers differ from one another alike."""
    return len(set(map(sub, one, other))) == 1


def _edges(words: Words, at: int, size: int) -> Sequence[int]:
    first = bisect_right(words.at, at - 1)
    return words.at[first : bisect_right(words.at, at + size)]


def _rounded(words: Words, start: int, end: int) -> tuple[int, int]:
    """Return the words of which letters from ``start`` to ``end`` cover half or more."""
    first, last = words.word(start), words.word(end - 1)
    if 2 * (words.at[first + 1] - start) < words.at[first + 1] - words.at[first]:
        first += 1
    if 2 * (end - words.at[last]) >= words.at[last + 1] - words.at[last]:
        last += 1
    return first, last


def _alike(course: _Course, places: tuple[Place, Place], one: Words, other: Words) -> int:
    mine, theirs = places
    start, end = one.at[mine.first], one.at[mine.last]
    to, until = other.at[theirs.first], other.at[theirs.last]
    if one.letters[start:end] == other.letters[to:until]:
        same = mine.words == theirs.words and _step_alike(
            one.at[mine.first : mine.last], other.at[theirs.first : theirs.last]
        )
        return 100 if same else 99
    shared = sum([max(0, min(at + size, end) - max(at, start)) for at, _, size in course.blocks if at < end])
    return min(99, 200 * shared // (end - start + until - to))


def _tandem(course: _Course, part: int, words: Words, least: int) -> Sighting | None:
    """Cut what follows itself at its period, or at the multiple of it that makes a passage."""
    at, end = course.one
    first = words.word(at) + (words.at[words.word(at)] < at)
    cuts = [first]
    while words.at[cuts[-1]] <= end:
        there = course.image(words.at[cuts[-1]])
        if there >= len(words.letters):
            cuts.append(len(words))
            break
        word = words.word(there)
        word += 2 * (there - words.at[word]) > words.at[word + 1] - words.at[word]
        if word <= cuts[-1]:
            return None
        cuts.append(word)
    if len(cuts) <= TWICE:
        return None
    times = -(-least // max(cuts[1] - cuts[0], 1))
    cuts = cuts[::times]
    if len(cuts) <= TWICE:
        return None
    places = tuple(Place(part, *pair) for pair in pairwise(cuts))
    return Sighting(places, _least_alike(words, places))


def _least_alike(words: Words, places: Sequence[Place]) -> int:
    first = _letters(words, places[0])
    others = {_letters(words, place) for place in places[1:]} - {first}
    if not others:
        return 100
    from rapidfuzz.distance.Levenshtein import normalized_similarity

    return min(99, *(int(100 * normalized_similarity(first, other)) for other in others))


def _letters(words: Words, place: Place) -> str:
    return words.letters[words.at[place.first] : words.at[place.last]]
