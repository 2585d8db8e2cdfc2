"""What rules ask before they look: it may say yes for nothing, but never no where there is something."""

from __future__ import annotations

import re
import sys

from hypothesis import given
from hypothesis import strategies as st

from corpuscli.linting.desk import Desk
from corpuscli.linting.rules import t102_doubled_word as doubled
from corpuscli.linting.rules import t106_no_break_space as spaces
from corpuscli.linting.rules.t101_repeated_passage import BLANKED, three_twice, words_of
from corpuscli.linting.rules.x105_passage_elsewhere import least
from tests.linting.memory import Memory

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


@given(st.text(st.sampled_from("theuindTHEİı\u0345 \n,«-'"), max_size=14))
def test_a_doubled_word_is_met(text: str) -> None:
    assert doubled.twice(text) or re.search(f"(?i:{doubled.PATTERN})", text) is None


def test_no_other_sign_is_a_letter_in_one_way_and_not_in_another() -> None:
    signs = "".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)
    letters = set(doubled.WORDS) - {"|"}
    alike = [sign for sign in re.findall(f"(?i)[{''.join(sorted(letters))}]", signs) if sign.casefold() not in letters]
    become = [sign for sign in re.findall(r"[^\w'’-]", signs) if doubled.ANY.search(sign.casefold())]
    assert {*alike, *become} == set(doubled.UNFOLDED)


@given(st.lists(st.integers(0, 5), max_size=40), st.integers(1, 6))
def test_the_least_of_neighbours_are_met_once(numbers: list[int], among: int) -> None:
    starts = range(len(numbers) - among + 1)
    chosen = {min(range(start, start + among), key=numbers.__getitem__) for start in starts}
    assert least(numbers, among) == sorted(chosen)


@given(st.text("a \xa0\u202f\r\n", max_size=12))
def test_no_break_spaces_are_met_beside_blanks_and_ends(text: str) -> None:
    signs = spaces.SET
    edge = rf"^{signs}+|{signs}+(?=[ \r]*$)|(?<= ){signs}+|{signs}+(?= )"
    source = f"---\nid: a\n---\n{text}"
    expected = [found.span() for found in re.compile(edge, re.MULTILINE).finditer(source, len(source) - len(text))]
    look = Desk(Memory({"a.txt": source}), ()).look("a.txt")
    assert [(one.span.start, one.span.end) for one in spaces.check(look)] == expected
