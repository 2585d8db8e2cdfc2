"""What is told of many pairs at a glance is what each is told by itself, in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.text.repeats import seeing
from corpuscli.text.repeats.chains import DRIFT, GAP
from corpuscli.text.repeats.many import Block
from corpuscli.text.repeats.popular import glimpses
from corpuscli.text.repeats.runs import Run
from corpuscli.text.repeats.seeing import seen
from corpuscli.text.repeats.sightings import Place, Sighting
from corpuscli.text.repeats.sought import Sought
from corpuscli.text.repeats.texts import Shelf, text_of

if TYPE_CHECKING:
    from corpuscli.text.repeats.chains import Chain


Step = tuple[int, int, int, int]
"""Words between a run and the one before it; how far it strays; its grams, and what each weighs."""
STEPS = st.lists(
    st.tuples(
        st.sampled_from([1, 20, GAP - 1, GAP, GAP + 1]),
        st.sampled_from([0, DRIFT, DRIFT + 1, -DRIFT - 1]),
        st.sampled_from([1, 7, 8, 9]),
        st.sampled_from([13, 15, 19, 20, 21, 60]),
    ),
    min_size=1,
    max_size=4,
)
RUNS = st.dictionaries(st.sampled_from([(0, 0), (0, 1), (0, 2), (1, 2), (1, 3), (2, 2)]), STEPS, min_size=1)


def runs_of(pair: tuple[int, int], steps: list[Step]) -> list[Run]:
    found: list[Run] = []
    word, apart = 0, 40
    for space, strayed, grams, weight in steps:
        word, apart = word + space, apart + strayed
        found.append(Run(*pair, word, word + apart, word + grams + 2, grams, grams * weight))
        word += grams
    return found


def looked_at(chains: list[Chain], *_: object) -> list[Sighting]:
    return [Sighting((Place(one.part, 0, one.size), Place(one.other, 1, one.size)), 77, one.times) for one in chains]


def block(runs: list[Run]) -> Block:
    return Block(*np.array(sorted(runs), np.int32).T)


def sought() -> Sought:
    shelf = Shelf([text_of("one two three four")] * 2 + [text_of("five six seven")] * 2)
    for number, text in enumerate(shelf.texts):
        shelf.put(number, number, text.notes)
    shelf.sized([900, 600, 2000, 40])
    return Sought(shelf, 9, 5, 9)


@given(RUNS)
def test_a_glimpse_tells_what_a_look_tells(pairs: dict[tuple[int, int], list[Step]]) -> None:
    runs = [run for pair, steps in pairs.items() for run in runs_of(pair, steps)]
    with patch.object(seeing, "sightings", looked_at):
        apart, together = seen(sought(), runs), seen(sought(), block(runs))
    assert list(map(list, together)) == list(map(list, apart))


def test_what_is_much_of_a_letter_is_looked_at() -> None:
    little, much = runs_of((0, 3), [(9, 0, 9, 15)]), runs_of((1, 3), [(9, 0, 10, 15)])
    found, others = glimpses(sought(), block(little + much))
    assert (list(found), others.runs()) == ([Sighting((Place(0, 9, 20), Place(3, 49, 60)), 100, 16)], much)
