from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpuscli.model.span import Span
from corpuscli.text.repeats import find_within
from tests.readme import PAGE

TAIL = " ".join(f"word{n}" for n in range(30))


def places(source: str, **more: object) -> list[tuple[int, list[str]]]:
    return [(p.words, [c.span.of(source) for c in p.copies]) for p in find_within(source, **more)]  # type: ignore[arg-type]


def test_nothing_stands_twice() -> None:
    assert places("") == []
    assert places(TAIL) == []
    assert places(f"{TAIL} {TAIL}", least=31) == []


def test_a_tandem_is_cut_at_its_period() -> None:
    assert places(f"Before. {TAIL} {TAIL} {TAIL} After.") == [(30, [TAIL] * 3)]


def test_copies_apart() -> None:
    assert places(f"{TAIL}\n\nbetween\n{TAIL.upper()}") == [(30, [TAIL, TAIL.upper()])]


def test_two_passages() -> None:
    other = " ".join(f"other{n}" for n in range(25))
    assert places(f"{TAIL} x {other} y {TAIL} z {other}") == [(30, [TAIL] * 2), (25, [other] * 2)]


def test_a_passage_ends_with_its_part() -> None:
    source = f"{TAIL} one two. {TAIL} one two."
    parts = [Span(0, len(TAIL)), Span(len(TAIL) + 1, len(source))]
    assert [p.words for p in find_within(source, parts)] == [30]


def test_the_first_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    [passage] = find_within(page)
    assert (passage.kind, passage.words, passage.similarity) == ("within", 114, 100)
    assert [len(copy.span) for copy in passage.copies] == [699] * 3
    assert passage.copies[1].span.start - passage.copies[0].span.end == 1


@given(st.lists(st.sampled_from("ab"), max_size=60), st.integers(2, 6))
def test_copies_are_equal_and_never_overlap(letters: list[str], least: int) -> None:
    source = " ".join(letters)
    taken: list[Span] = []
    for passage in find_within(source, least=least):
        assert len({c.span.of(source) for c in passage.copies}) == 1
        assert passage.words >= least
        assert len(passage.copies) > 1
        for copy in passage.copies:
            assert not any(copy.span.meets(span) for span in taken)
            taken.append(copy.span)


@given(st.integers(0, 5), st.integers(1, 30), st.integers(0, 5))
def test_a_planted_repeat_is_found(before: int, between: int, after: int) -> None:
    source = " ".join(
        [*(f"b{n}" for n in range(before)), TAIL, *(f"m{n}" for n in range(between)), TAIL, "x" * (after + 1)]
    )
    assert places(source) == [(30, [TAIL, TAIL])]


def test_one_word_over_and_over_is_answered() -> None:
    [passage] = find_within("word " * 100_000)
    assert passage.words >= 20
    assert sum(len(copy.span) + 1 for copy in passage.copies) > 400_000
