"""Passages that are nothing but formulas one after another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpuscli.text.repeats.sightings import Place, Sighting

MADE = 0.75
"""Share of a passage's words that must stand in formulas for it to be made of them."""
LONGEST = 160
"""Words of a passage that may be made of formulas."""


def made_of_formulas(found: Sequence[tuple[str, Sighting]]) -> Iterator[tuple[str, Sighting]]:
    """Yield passages with their kinds, ``boilerplate`` for those that are made of boilerplate.

    Two letters of an office that close with the same two formulas share something longer than what all letters of the
    office share; it is no more of a quotation.
    """
    formulas: dict[int, list[Place]] = defaultdict(list)
    for kind, one in found:
        if kind == "boilerplate":
            for place in one.places:
                formulas[place.part].append(place)
    for kind, one in found:
        yield ("boilerplate" if kind == "across" and _is_made(one, formulas) else kind), one


def _is_made(one: Sighting, formulas: dict[int, list[Place]]) -> bool:
    place = one.places[0]
    if place.words > LONGEST:
        return False
    covered = {
        word
        for formula in formulas.get(place.part, ())
        for word in range(max(place.first, formula.first), min(place.last, formula.last))
    }
    return len(covered) >= MADE * place.words
