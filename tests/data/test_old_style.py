"""Places of the Julian calendar: every example is one, no near miss is."""

from __future__ import annotations

import pytest

from corpuscli.data.old_style import old_style
from corpuscli.relations.citations.calendar import may_be_old_style
from corpuscli.store.frontmatter.reader import parse_letter


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(place, expected, id=place)
        for row in old_style()
        for places, expected in ((row.examples, "old"), (row.near_misses, "new"))
        for place in places
    ],
)
def test_places(place: str, expected: str) -> None:
    letter = parse_letter(f"---\nid: a\nplace: {place}\n---\n", "a.txt")
    assert may_be_old_style(letter, ()) is (expected == "old")
