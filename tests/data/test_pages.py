"""Every row of pages.tsv: its examples match, its near misses do not."""

from __future__ import annotations

import re

import pytest

from corpuscli.data.pages import PageRow, matches, page_rows, value_of


@pytest.mark.parametrize("row", page_rows(), ids=lambda row: f"{row.kind}-{row.pattern[:30]}")
def test_a_row_matches_its_examples_and_not_its_near_misses(row: PageRow) -> None:
    assert row.examples
    for example in row.examples:
        assert re.fullmatch(row.pattern, example, re.IGNORECASE), example
        assert matches(row.kind, example)
        assert not row.value or value_of(row.kind, example)
    for near in row.near_misses:
        assert not matches(row.kind, near), near


def test_a_pattern_has_no_groups_that_count() -> None:
    assert not [row.pattern for row in page_rows() if re.compile(row.pattern).groups]
