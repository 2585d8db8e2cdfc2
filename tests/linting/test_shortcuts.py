"""What rules ask before they look: it may say yes for nothing, but never no where there is something."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpuscli.linting.rules.t101_repeated_passage import BLANKED, three_twice, words_of

WORDS = st.lists(st.sampled_from([b"a", b"b", b"c", b"d", b"e"]), max_size=24)


def twice(words: list[bytes], run: int) -> bool:
    runs = [tuple(words[n : n + run]) for n in range(len(words) - run + 1)]
    return len(set(runs)) < len(runs)


@given(WORDS)
def test_where_four_words_stand_twice_three_do(words: list[bytes]) -> None:
    assert three_twice(words) or not twice(words, 4)
    assert twice(words, 3) or not three_twice(words)


@given(WORDS, WORDS, st.lists(st.sampled_from([b"f", b"g", b"h", b"i"]), min_size=4, max_size=4))
def test_a_run_of_four_is_seen_wherever_it_begins(before: list[bytes], between: list[bytes], run: list[bytes]) -> None:
    assert three_twice([*before, *run, *between, *run])


@given(st.text(st.sampled_from("aBÖß_.,-'\u017f \n\x1c"), max_size=30) | st.text(max_size=30))
def test_words_of_ascii_are_those_of_any_text(text: str) -> None:
    words = text.casefold().encode("utf-8", "surrogatepass").translate(BLANKED).split()
    assert words_of(text) == words
