"""Sightings are joined by columns as they are row by row."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.text.repeats import clusters as one_by_one
from corpuscli.text.repeats import joining, stretches
from corpuscli.text.repeats.clusters import clusters
from corpuscli.text.repeats.columns import Sightings
from corpuscli.text.repeats.sightings import Place, Sighting


def place(part: int, first: int, words: int) -> Place:
    return Place(part, first, first + words)


PLACES = st.builds(place, st.integers(0, 3), st.integers(0, 25), st.integers(1, 12))
SEEN = st.lists(
    st.builds(Sighting, st.lists(PLACES, min_size=2, max_size=3).map(tuple), st.integers(60, 100), st.integers(2, 9)),
    min_size=1,
)


@pytest.mark.parametrize("some", [1, 2, stretches.OPEN])
@given(SEEN)
def test_columns_are_joined_as_rows_are(some: int, seen: list[Sighting]) -> None:
    with patch.object(stretches, "OPEN", some), patch.object(joining, "OPEN", some):
        found = clusters(Sightings(seen))
        with patch.object(one_by_one, "MANY", 0):
            assert list(clusters(Sightings(seen))) == list(found)


def test_nothing_is_joined_to_nothing() -> None:
    with patch.object(one_by_one, "MANY", 0):
        assert list(clusters(Sightings())) == []
