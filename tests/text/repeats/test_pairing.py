"""Pairs of texts that share much are found by columns as one by one."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from corpuscli.text.repeats import twins as one_by_one
from corpuscli.text.repeats.columns import Sightings
from corpuscli.text.repeats.pairing import sharing
from corpuscli.text.repeats.sightings import Place, Sighting
from corpuscli.text.repeats.texts import Shelf, text_of
from corpuscli.text.repeats.twins import twins

SIZES = [20, 26, 12, 20, 15, 30]


def place(part: int, first: int, words: int) -> Place:
    return Place(part, first, first + words)


PLACES = st.tuples(
    st.builds(place, st.integers(0, 2), st.integers(0, 9), st.integers(1, 13)),
    st.builds(place, st.integers(3, 5), st.integers(0, 9), st.integers(1, 13)),
)
SEEN = st.lists(st.builds(Sighting, PLACES, st.integers(60, 100), st.integers(2, 9)), min_size=1, max_size=9)


def shelf() -> Shelf:
    found = Shelf([text_of(f"Letter {number}") for number in range(6)])
    for number, text in enumerate(found.texts):
        found.put(number, number, text.notes)
    found.sized(SIZES)
    return found


@given(SEEN)
def test_the_same_letters_are_twins(seen: list[Sighting]) -> None:
    letters, rest = twins(shelf(), Sightings(seen))
    with patch.object(one_by_one, "MANY", 0):
        again, left = twins(shelf(), Sightings(seen))
    assert (list(again), list(left)) == (list(letters), list(rest))


@given(SEEN)
def test_pairs_share_as_much_as_is_asked_for(seen: list[Sighting]) -> None:
    shared: dict[tuple[int, int], list[int]] = {}
    for number, (one, other) in enumerate(sighting.places for sighting in seen):
        shared.setdefault((one.part, other.part), []).append(number)
    assert sharing(shelf(), Sightings(seen), 1) == {
        pair: numbers
        for pair, numbers in shared.items()
        if sum(place.words for number in numbers for place in seen[number].places) >= min(SIZES[text] for text in pair)
    }


def test_all_but_the_share_of_a_letter_is_too_little() -> None:
    for words, count in ((12, 0), (13, 1)):
        seen = Sightings([Sighting((Place(0, 0, words), Place(3, 0, words)), 100)])
        with patch.object(one_by_one, "MANY", 0):
            assert [len(some) for some in twins(shelf(), seen)] == [count, 1 - count]
