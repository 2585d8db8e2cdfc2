"""Edits are made at once, in any order, or refused."""

from __future__ import annotations

import pytest

from corpuscli.model.edit import Edit, apply_edits
from corpuscli.model.span import Span


def test_edits_may_touch_and_come_in_any_order() -> None:
    edits = [Edit(Span(2, 4), "x"), Edit(Span(0, 0), "<"), Edit(Span(0, 2), "y"), Edit(Span(5, 5), ">")]
    assert apply_edits("abcde", edits) == "<yxe>"
    assert apply_edits("abc", []) == "abc"


@pytest.mark.parametrize(
    ("edits", "place"),
    [
        ([Edit(Span(0, 2)), Edit(Span(1, 3))], "1-3"),
        ([Edit(Span(2, 2), "a"), Edit(Span(2, 2), "b")], "2-2"),
        ([Edit(Span(1, 4))], "1-4"),
        ([Edit(Span(-1, 2))], "-1-2"),
        ([Edit(Span(2, 1))], "2-1"),
    ],
)
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: list[Edit], place: str) -> None:
    with pytest.raises(ValueError, match=f"^edits overlap or leave the text at {place}$"):
        apply_edits("abc", edits)
