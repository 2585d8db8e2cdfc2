"""Letters as JSON: what is wrong with one of an array is said with the line on which it begins."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.errors import InputError
from corpuscli.intake.records import read_records


@given(st.lists(st.fixed_dictionaries({"id": st.text('a[],{}"\n\\', min_size=1)})), st.sampled_from((None, 0, 2)))
def test_an_array_says_where_each_letter_begins(letters: list[dict[str, str]], indent: int | None) -> None:
    text = json.dumps(letters, indent=indent)
    heads = [number for number, line in enumerate(text.split("\n"), start=1) if line.strip() == "{"]
    expected = [f"x:{number}" for number in (heads if indent is not None else [1] * len(letters))]
    assert [reading.origin for reading in read_records(text, "x")] == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[{"id": "a"},\n {"id": "b"}', (2, 13)),
        ('[{"id": "a"}\n {"id": "b"}]', (2, 2)),
        ('[{"id": "a"},\n]', (2, 1)),
        ('[{"id": "a"}]\nx', (2, 1)),
    ],
)
def test_a_broken_array_gives_no_letter(text: str, place: tuple[int, int]) -> None:
    with pytest.raises(InputError) as raised:
        next(read_records(text, "x"))
    assert (raised.value.line, raised.value.column) == place


def test_a_member_that_is_no_letter_is_named() -> None:
    with pytest.raises(InputError, match="x:3: no letter"):
        list(read_records('[{"id": "a"},\n\n1]', "x"))


@pytest.mark.parametrize(
    ("date", "why"), [("1921-02-30", "February 1921 has 28 days"), ("5/6/1921", "which is the day?")]
)
def test_a_date_that_is_none_is_left_out_with_the_reason(date: str, why: str) -> None:
    (reading,) = read_records(json.dumps({"date": date, "place": "Baku"}), "x")
    assert [field.key for field in reading.fields] == ["place"]
    assert why in reading.warnings[0]
