"""The fuzzers' targets hold on their seeds, and on any text; ``python -m tests.faults.fuzz`` searches further."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.targets import TARGETS, seeds


@pytest.mark.parametrize("name", TARGETS)
def test_what_must_hold_does_on_the_seeds(name: str) -> None:
    known = list(seeds(name))
    assert known
    assert sum(TARGETS[name](seed) for seed in known) > 0
    assert all(TARGETS[name](seed[::-1]) <= len(seed) + 3 for seed in known)


@pytest.mark.parametrize("name", TARGETS)
def test_what_must_hold_does_on_pieces_of_them(name: str) -> None:
    known = list(seeds(name))

    @settings(max_examples=60)
    @given(st.lists(st.tuples(st.sampled_from(known), st.integers(0, 200), st.integers(0, 200)), max_size=4), st.text())
    def hold(pieces: list[tuple[str, int, int]], more: str) -> None:
        text = "".join(text[start : start + length] for text, start, length in pieces) + more
        assert 0 <= TARGETS[name](text) <= len(text) + 3

    hold()
