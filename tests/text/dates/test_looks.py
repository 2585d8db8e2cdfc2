"""What is read by its look is what is read by itself."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpuscli.text.dates.items import Reader
from corpuscli.text.dates.looks import read_alike, read_runs
from corpuscli.text.dates.vocabulary import vocabulary

_PIECES = st.sampled_from(
    [*"0123456789", "10", "1921", "111", "1I", "II", ".",
     ". ", "/", "-", " ", ", ", "[", "]", "?", "Mai", " мая ", " г.",
     "nach ", "Uhr", "th", "first", "'20", "early ", "(", ")", "c. ", "word"]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=9).map("".join)


@example("5/1I 1920")
@example("5/111 1920")
@example("3rd May 19[2]0, 4 June")
@given(_TEXTS)
def test_runs_are_those_of_the_text_itself(text: str) -> None:
    words = vocabulary()
    alone = Reader(words.token.findall(text), words).runs()
    assert read_runs(text, None) == list(alone)


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1000, 2100))
def test_digits_of_a_known_look_are_read(day: int, month: int, year: int) -> None:
    found = read_alike(f"[{day}.?] {month}. {year}", "de")
    wanted = f"{year}-{month:02}-{day:02}?"
    assert found is None or found.edtf == wanted
    assert found is not None or day > 28


@pytest.mark.parametrize(
    "text", ["1. 2. 21", "31. 4. 1921", "5.-6. 4. 1921", "1II 1921", "3 May, 4 June 1921", "x" * 90]
)
def test_more_than_digits_must_be_weighed(text: str) -> None:
    assert read_alike(text, None) is None
