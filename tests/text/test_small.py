from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.model.edit import Edit, apply_edits
from corpuscli.model.span import Span
from corpuscli.text.nearest import nearest
from corpuscli.text.positions import Positions
from corpuscli.text.visible import visible
from corpuscli.text.wordage import count_words


@given(st.text("ab\n\r", max_size=40), st.data())
def test_positions_count_as_a_person_counts(source: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(source)))
    before = source[:offset]
    assert Positions(source).at(offset) == (before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


@given(st.text("ab .\n\t\x0b\x1c\x1f\x85\xa0\u3000é", max_size=20) | st.text(max_size=20))
def test_words_are_counted_as_they_are_parted(text: str) -> None:
    assert count_words(text) == len(text.split())


@given(st.text(max_size=40))
def test_nothing_hidden_stays_hidden(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not set(shown) & set("\u202e\u200b\u2066\ufeff\U000e0041")


def test_lines_may_stay() -> None:
    assert visible("a\tb\n\x07", lines=True) == "a\tb\n\\x07"


def test_nearest_knows_its_limits() -> None:
    assert nearest("sendr", ["senders", "place"]) == ("senders",)
    assert nearest("qqqq", ["senders", "place"]) == ()


@pytest.mark.parametrize(
    ("edits", "result"),
    [
        ([], "abcdef"),
        ([Edit(Span(0, 1)), Edit(Span(1, 2), "X")], "Xcdef"),
        ([Edit(Span(6, 6), "!")], "abcdef!"),
        ([Edit(Span(2, 2), "-"), Edit(Span(2, 3), "")], "ab-def"),
    ],
)
def test_edits_are_made_at_once(edits: list[Edit], result: str) -> None:
    assert apply_edits("abcdef", edits) == result


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 2)), Edit(Span(1, 3))],
        [Edit(Span(5, 9))],
        [Edit(Span(3, 1))],
        [Edit(Span(1, 1), "a"), Edit(Span(1, 1), "b")],
    ],
)
def test_edits_that_overlap_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("abcdef", edits)


def test_spans_meet_and_hold() -> None:
    assert Span(1, 5).holds(Span(2, 5))
    assert not Span(1, 5).holds(Span(0, 2))
    assert Span(1, 3).meets(Span(2, 9))
    assert not Span(1, 3).meets(Span(3, 9))
    assert Span(1, 3).shift(2) == Span(3, 5)
    assert len(Span(1, 3)) == 2
