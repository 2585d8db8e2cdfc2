"""Runs that lie side by side in two parts: where it pays to compare letter by letter."""

from __future__ import annotations

from collections import deque
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from corpuscli.text.repeats.runs import RARE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpuscli.text.repeats.runs import Run

GAP = 40
"""Words between two runs of one chain, at most."""
DRIFT = 12
"""Words by which a copy may have grown or shrunk between two runs, at most."""
LEAST = 2 * RARE
"""What the grams of a chain weigh, at least; a run that is long enough for half a passage is one at any weight."""
POPULAR = 8
"""Places that the grams of a chain stand in by their weight, from which it is no quotation."""
MUCH = 0.3
"""Share of a text from which what stands everywhere may be the text itself."""
STARTS, STRONG = 8, 3
"""Runs of a chain besides its longest that may lie in another passage: how many, of how many grams."""
OPEN = 16
"""Chains that go on at one place, at most: where more do, a few words stand over and over."""


class Chain(NamedTuple):
    """A place where two parts seem to say the same.

    Args:
        part: The one part.
        other: The other, or the same.
        starts: Where its longest runs begin in the one and in the other, the longest first.
        size: How many words the longest run covers, at least.
        reach: How many words there are from its first run to its last.
        times: In how many places its grams stand, by their weight.
    """

    part: int
    other: int
    starts: tuple[tuple[int, int], ...]
    size: int
    reach: int
    times: int

    @property
    def popular(self) -> bool:
        """Whether it stands everywhere."""
        return self.times >= POPULAR


def chains_of(runs: Iterable[Run], most: int) -> Iterator[list[Chain]]:
    """Yield the chains of each pair of parts that has any, the longest first.

    Args:
        runs: The runs, in any order.
        most: The grams of a run that is long enough by itself.
    """
    for _, group in groupby(sorted(runs), key=_pair):
        pair = list(group)
        joined = _joined(pair) if len(pair) > 1 else (pair,)
        chains = [_chain(members) for members in joined if _holds(members, most)]
        if chains:
            yield sorted(chains, key=lambda chain: (-chain.size, chain)) if len(chains) > 1 else chains


_pair = itemgetter(0, 1)


def _holds(members: Sequence[Run], most: int) -> bool:
    return sum([run.weight for run in members]) >= LEAST or max([run.grams for run in members]) >= most


def _joined(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Join runs of one pair, ascending by their first place, to the nearest chain that they continue."""
    going: deque[list[Run]] = deque()
    for run in runs:
        while going and going[0][-1].word + going[0][-1].grams + GAP < run.word:
            yield going.popleft()
        by = run.again - run.word
        drifts = [abs(last.again - last.word - by) for last in [chain[-1] for chain in going]]
        near = [
            (drift, number)
            for number, drift in enumerate(drifts)
            if drift <= DRIFT and run.word <= going[number][-1].word + going[number][-1].grams + GAP
        ]
        if near:
            _, number = min(near)
            chain = going[number]
            del going[number]
            chain.append(run)
            going.append(chain)
        else:
            if len(going) == OPEN:
                yield going.popleft()
            going.append([run])
    yield from going


def _chain(members: Sequence[Run]) -> Chain:
    if len(members) == 1:  # as most have
        part, other, word, again, end, grams, weight = members[0]
        return Chain(part, other, ((word, again),), end - word, end - word, _times(grams, weight))
    best, *others = sorted(members, key=lambda run: (-run.grams, run))
    grams, weight = sum([run.grams for run in members]), sum([run.weight for run in members])
    starts = [(run.word, run.again) for run in (best, *others[:STARTS]) if run is best or run.grams >= STRONG]
    reach = max([run.end for run in members]) - members[0].word
    return Chain(best.part, best.other, tuple(starts), best.end - best.word, reach, _times(grams, weight))


def _times(grams: int, weight: int) -> int:
    """Return in how many places grams stand that weigh so much together."""
    return round(2 ** (RARE * grams / weight))
