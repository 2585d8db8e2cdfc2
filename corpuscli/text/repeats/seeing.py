"""Compares the parts of which runs say that they have something in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.text.repeats.chains import MUCH, chains_of
from corpuscli.text.repeats.columns import Sightings
from corpuscli.text.repeats.sightings import glimpse, sightings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpuscli.text.repeats.chains import Chain
    from corpuscli.text.repeats.many import Block
    from corpuscli.text.repeats.runs import Run
    from corpuscli.text.repeats.sightings import Sighting
    from corpuscli.text.repeats.sought import Sought


def seen(sought: Sought, runs: list[Run] | Block) -> tuple[Sightings, Sightings]:
    """Return what is seen twice within one text, and in two; ``runs`` are all of their pairs of parts."""
    if isinstance(runs, list):
        return _seen(sought, runs)
    from corpuscli.text.repeats.popular import glimpses, in_order

    popular, others = glimpses(sought, runs)
    own, shared = _seen(sought, others.runs())
    return own, in_order(popular, shared)


def _seen(sought: Sought, rows: list[Run]) -> tuple[Sightings, Sightings]:
    own, shared = Sightings(), Sightings()
    for chains in chains_of(rows, sought.most):
        for same_text, sighting in _pair(sought, chains):
            (own if same_text else shared).add(*sighting)
    return own, shared


def _pair(sought: Sought, chains: Sequence[Chain]) -> Iterator[tuple[bool, Sighting]]:
    """Yield what two parts have in common.

    What stands everywhere is not compared letter by letter, unless it is much of a text, which may be a letter of many
    copies: it is no quotation, so its inner words do for edges.
    """
    shelf, part, other = sought.shelf, chains[0].part, chains[0].other
    one, two = shelf.text(part), shelf.text(other)
    if one == two:
        found = sightings(chains, shelf.words(part), shelf.words(other), sought.within)
        yield from ((True, sighting) for sighting in found)
        return
    least = min(shelf.size(one), shelf.size(two)) * MUCH
    rare: list[Chain] = []
    for chain in chains:
        if not chain.popular or chain.reach >= least:
            rare.append(chain)
        elif chain.size >= sought.across:
            yield False, glimpse(chain)
    if rare:
        found = sightings(rare, shelf.words(part), shelf.words(other), sought.across)
        yield from ((False, sighting) for sighting in found)
