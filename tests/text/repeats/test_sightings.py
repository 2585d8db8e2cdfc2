"""One passage of two parts is seen once, however it is grown."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from corpuscli.model.span import Span
from corpuscli.text.repeats import sightings as module
from corpuscli.text.repeats.chains import Chain
from corpuscli.text.repeats.sightings import sightings
from corpuscli.text.repeats.words import words_of

SOURCE = " ".join("abcdefghijklmnopqrstuvwxyz" * 5)
INNER, OUTER, BESIDE = (5, 5, 8), (0, 0, 40), (60, 60, 40)
"""Letters that agree, each a word."""


def seen(*grown: tuple[int, int, int]) -> list[tuple[int, int]]:
    """Return the words of the first part that sightings are made of, as chains grow so, one after another."""
    one, other = (words_of(SOURCE, Span(0, len(SOURCE))) for _ in range(2))
    chains = [Chain(0, 1, ((0, 60 * number),), 9, 9, 2) for number in range(len(grown))]  # no course holds the next
    with patch.object(module, "grow", side_effect=[[block] for block in grown]):
        found = sightings(chains, one, other, 5)
    return [(place.first, place.last) for sighting in found for place in sighting.places if place.part == 0]


@pytest.mark.parametrize("grown", [(INNER, OUTER), (OUTER, INNER), (OUTER, OUTER)])
def test_what_lies_in_another_is_left_out(grown: tuple[tuple[int, int, int], ...]) -> None:
    assert seen(*grown) == [(0, 40)]


def test_what_lies_beside_stays() -> None:
    assert seen(OUTER, BESIDE) == [(0, 40), (60, 100)]
