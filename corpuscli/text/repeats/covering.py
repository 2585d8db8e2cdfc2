"""Passages that are nothing but formulas one after another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpuscli.text.repeats.columns import Sightings
    from corpuscli.text.repeats.sightings import Place

MADE = 0.75
"""Share of a passage's words that must stand in formulas for it to be made of them."""
LONGEST = 160
"""Words of a passage that may be made of formulas."""


def made_of_formulas(seen: Sightings, formulas: Sequence[int]) -> bytearray:
    """Tell the formulas among passages: those that are known, and those that are made of them.

    Two letters of an office that close with the same two formulas share something longer than what all letters of the
    office share; it is no more of a quotation.

    Args:
        seen: Passages with places in several texts.
        formulas: Of each, whether it is known to be one.
    """
    found = bytearray(formulas)
    firsts = [seen.place(seen.places(number).start) for number in range(len(seen))]
    asked = [number for number, first in enumerate(firsts) if not formulas[number] and first.words <= LONGEST]
    parts = {firsts[number].part for number in asked}
    known: dict[int, list[Place]] = defaultdict(list)
    for number in range(len(seen)):
        if formulas[number]:
            for place in seen.places(number):
                if seen.part[place] in parts:
                    known[seen.part[place]].append(seen.place(place))
    for number in asked:
        found[number] = _is_made(firsts[number], known)
    return found


def _is_made(place: Place, formulas: Mapping[int, Sequence[Place]]) -> bool:
    covered = {
        word
        for formula in formulas.get(place.part, ())
        for word in range(max(place.first, formula.first), min(place.last, formula.last))
    }
    return len(covered) >= MADE * place.words
