"""Columns give back what was put in, sorted as tuples are."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from corpuscli.text.repeats.columns import Sightings, ascending, runs_alike
from corpuscli.text.repeats.sightings import Place, Sighting

NUMBERS = st.integers(0, 9)
SIGHTINGS = st.lists(
    st.builds(Sighting, st.lists(st.builds(Place, NUMBERS, NUMBERS, NUMBERS), max_size=3).map(tuple), NUMBERS, NUMBERS)
)


@given(SIGHTINGS, SIGHTINGS)
def test_sightings_come_back(some: list[Sighting], others: list[Sighting]) -> None:
    held = Sightings(some)
    held.extend(Sightings(others))
    assert list(held) == some + others
    assert list(held.chosen(range(len(some), len(held)))) == others
    assert [[held.place(place) for place in held.places(n)] for n in range(len(held))] == [
        list(one.places) for one in held
    ]


@given(st.lists(st.tuples(NUMBERS, NUMBERS)))
def test_rows_are_sorted_and_grouped(rows: list[tuple[int, int]]) -> None:
    one, other = array("i", [row[0] for row in rows]), array("i", [row[1] for row in rows])
    order = ascending(one, other)
    assert [rows[number] for number in order] == sorted(rows)
    alike = [[rows[number] for number in numbers] for numbers in runs_alike(order, one)]
    assert [row for some in alike for row in some] == sorted(rows)
    assert [len({row[0] for row in some}) for some in alike] == [1] * len({row[0] for row in rows})
