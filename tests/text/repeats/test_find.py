from __future__ import annotations

import random
from hashlib import sha256

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpuscli.model.span import Span
from corpuscli.text.repeats.chains import chains_of
from corpuscli.text.repeats.find import find, find_repeats
from corpuscli.text.repeats.glance import nothing_again
from corpuscli.text.repeats.many import runs_of_many
from corpuscli.text.repeats.passages import passage_id
from corpuscli.text.repeats.runs import runs_of
from corpuscli.text.repeats.spelling import Spelling
from corpuscli.text.repeats.texts import Shelf, Text, text_of
from corpuscli.text.repeats.words import words_of
from tests.readme import PAGE

TAIL = " ".join(f"word{n}" for n in range(30))
FILL = random.Random(7)  # noqa: S311 - seeded on purpose


def prose(words: int) -> str:
    return " ".join("".join(FILL.choices("abcdefghiklmnoprstuv", k=FILL.randint(2, 8))) for _ in range(words))


def places(source: str, least: int = 20) -> list[tuple[int, list[str]]]:
    return [(p.words, [c.span.of(source) for c in p.copies]) for p in find_repeats([source], within=least)]


def test_nothing_stands_twice() -> None:
    assert find_repeats([]) == []
    assert places("") == []
    assert places(TAIL) == []
    assert places(f"{TAIL} {TAIL}", least=31) == []


@given(
    st.lists(st.sampled_from(["gold", "is", "a", "e\u0301", "Каров", "漢", "[^1]", "x" * 60]), max_size=60),
    st.integers(2, 8),
)
def test_a_glance_is_never_wrong(words: list[str], within: int) -> None:
    text = text_of(" ".join(words))
    assert not (nothing_again(text, within) and find([text], within))


def test_a_tandem_is_cut_at_its_period() -> None:
    assert places(f"Before. {TAIL} {TAIL} {TAIL} After.") == [(30, [TAIL] * 3)]


def test_copies_apart() -> None:
    assert places(f"{TAIL}\n\nbetween\n{TAIL.upper()}") == [(30, [TAIL, TAIL.upper()])]


def test_two_passages() -> None:
    other = " ".join(f"other{n}" for n in range(25))
    assert places(f"{TAIL} {prose(30)} {other} y {TAIL} {prose(30)} {other}") == [(30, [TAIL] * 2), (25, [other] * 2)]


def test_a_passage_ends_with_its_part() -> None:
    source = f"{TAIL} one two. {TAIL} one two."
    parts = (Span(0, len(TAIL)), Span(len(TAIL) + 1, len(source)))
    assert [p.words for p in find([Text(source, parts)])] == [30]


def test_the_first_page() -> None:
    [passage] = find_repeats([PAGE.read_text(encoding="utf-8")])
    assert (passage.kind, passage.words, passage.similarity) == ("within", 114, 100)
    assert [len(copy.span) for copy in passage.copies] == [699] * 3
    assert passage.copies[1].span.start - passage.copies[0].span.end == 1


@pytest.mark.parametrize("change", [("word9 ", "word9, "), ("word9 ", "Wörd9 "), ("word9 ", "word9[^1] ")])
def test_case_accents_punctuation_and_markers_count_for_nothing(change: tuple[str, str]) -> None:
    [passage] = find_repeats([f"{TAIL} and now again {TAIL.replace(*change)}"])
    assert (passage.words, passage.similarity) == (30, 100)


def test_signs_that_all_copies_have_belong_to_the_passage() -> None:
    [passage] = find_repeats([source := f"He said: «{TAIL}!» Then «{TAIL}!» and went."])
    assert {copy.span.of(source) for copy in passage.copies} == {f"«{TAIL}!»"}


def test_a_near_copy_is_one_passage() -> None:
    long = " ".join([prose(30), "sudden", prose(30)])
    source = f"{prose(40)} {long} {prose(40)} {long.replace('sudden', 'quite other')} {prose(9)}"
    [passage] = find_repeats([source])
    assert passage.copies[0].span.of(source) == long
    assert 90 < passage.similarity < 100


CHINESE = "同志們我們今天討論與土耳其的條約問題並決定向代表團提供援助和武器但必須尊重蘇維埃在格魯吉亞的利益"
ARABIC = (
    "قرر المكتب السياسي أن يرسل فوجين مع المدافع إلى الحدود وأن يعطي الوفد أربعة ملايين روبل "
    "من الذهب في الحال والباقي في نهاية الصيف"
)


@pytest.mark.parametrize("said", [CHINESE, ARABIC, prose(40).replace(" ", "")])
def test_other_scripts_and_no_blanks_at_all(said: str) -> None:
    between = "".join(chr(0x4E00 + 7 * n) for n in range(90)) if said == CHINESE else " x " * 10
    source = f"{said}{between}{said}"
    [passage] = [one for one in find_repeats([source]) if one.words >= 20 or len(one.copies) == 2]
    assert [copy.span.of(source) for copy in passage.copies] == [said] * 2


def test_letters_that_stand_twice_and_what_they_quote() -> None:
    quoted, body = prose(40), prose(200)
    texts = [f"{prose(60)} {quoted} {prose(60)}", f"To A.\n{body}", f"To B, a copy.\n{body}", f"{prose(80)} {quoted}"]
    kinds = [(p.kind, [copy.text for copy in p.copies]) for p in find_repeats(texts)]
    assert kinds == [("across", [0, 3]), ("letter", [1, 2])]


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (("1921-03-10", "1921-03-23"), "letter"),
        (("1921-03-10", "1923-03-10"), "across"),
        (("1921-03-10", ""), "letter"),
        (("1921-03-10", "1923-0X-10"), "letter"),
    ],
)
def test_what_says_the_same_years_later_is_a_form(days: tuple[str, str], kind: str) -> None:
    body = prose(150)
    sources = [f"To A. {body}", f"{body} Yours."]
    texts = [Text(one, (Span(0, len(one)),), ("text",), "", day) for one, day in zip(sources, days, strict=True)]
    assert [p.kind for p in find(texts)] == [kind]


def test_letters_that_share_a_note_are_two() -> None:
    note = prose(100)
    sources = [f"{prose(20)}\n{note}", f"{prose(20)}\n{note} more"]
    parts = [(Span(0, one.index("\n")), Span(one.index("\n") + 1, len(one))) for one in sources]
    texts = [Text(one, spans, ("text", "note:1")) for one, spans in zip(sources, parts, strict=True)]
    assert "letter" not in [p.kind for p in find(texts)]


def test_a_passage_is_named_by_its_words() -> None:
    assert passage_id(["a", "b"]) == sha256(b"a b").hexdigest()[:16]


def test_the_same_letter_word_for_word() -> None:
    body = prose(80)
    [passage] = find_repeats([body, "Nothing.", body, body])
    assert (passage.kind, passage.similarity) == ("letter", 100)
    assert [(copy.text, copy.span) for copy in passage.copies] == [(n, Span(0, len(body))) for n in (0, 2, 3)]


def test_what_all_letters_of_an_office_have_is_boilerplate() -> None:
    head, foot = prose(35), prose(32)
    texts = [text_of(f"{head} {prose(150)} {foot}") for _ in range(3)]
    assert {p.kind for p in find(texts)} == {"boilerplate"}
    assert len(find(texts)) == 2


def test_a_letterhead_of_two_letters_is_their_senders() -> None:
    head = prose(35)
    sources = [f"{head} {prose(150)}" for _ in range(2)]
    parts = [(Span(0, len(source)),) for source in sources]
    one = [Text(s, p, ("text",), "karov") for s, p in zip(sources, parts, strict=True)]
    two = [Text(s, p, ("text",), name) for s, p, name in zip(sources, parts, ("karov", "orlova"), strict=True)]
    assert [p.kind for p in find(one)] == ["boilerplate"]
    assert [p.kind for p in find(two)] == ["across"]


def test_notes_that_cite_one_book_are_boilerplate() -> None:
    notes = [f"{prose(3)} {TAIL}", f"{TAIL} {prose(3)}"]
    source = "\n".join(["Text.", *notes])
    spans = tuple(Span(source.index(one), source.index(one) + len(one)) for one in ("Text.", *notes))
    assert [p.kind for p in find([Text(source, spans, ("text", "note:1", "note:2"))])] == ["boilerplate"]
    assert [p.kind for p in find([Text(source, spans, ("text", "text", "text"))])] == ["within"]


def test_one_word_over_and_over_is_answered() -> None:
    [passage] = find_repeats(["word " * 100_000])
    assert (passage.words, len(passage.copies)) == (20, 5_000)


def test_many_copies_of_one_letter_are_one_row() -> None:
    body = prose(60)
    texts = [body] * 300 + [body.replace(body.split()[n % 50], f"x{n}") for n in range(100)]
    found = find_repeats(texts)
    assert {p.kind for p in found} <= {"letter", "boilerplate"}
    assert max(len(p.copies) for p in found) >= 390


@pytest.mark.parametrize("alphabet", [(0x4E00, 3000, ""), (0x627, 30, " "), (0x61, 26, "")])
def test_large_texts_of_any_script_are_answered(alphabet: tuple[int, int, str]) -> None:
    first, size, blank = alphabet
    said = blank.join(
        "".join(chr(first + FILL.randrange(size)) for _ in range(FILL.randint(2, 7))) for _ in range(20_000)
    )
    other = prose(3) + blank + said[4_000:30_000]
    assert "".join(said[4_000:4_020].split()) in "".join(other.split())
    [passage] = [p for p in find_repeats([said, other]) if p.words > 1000]
    assert passage.similarity == 100
    assert len(passage.copies) == 2
    assert abs(len(passage.copies[0].span) - 26_000) < 100


@given(st.lists(st.sampled_from("ab"), max_size=60), st.integers(2, 6))
def test_copies_never_overlap(letters: list[str], least: int) -> None:
    source = " ".join(letters)
    for passage in find_repeats([source], within=least):
        assert passage.words >= least
        assert len(passage.copies) > 1
        spans = [copy.span for copy in passage.copies]
        assert not any(one.meets(other) for n, one in enumerate(spans) for other in spans[:n])
        if passage.similarity == 100:
            assert len({span.of(source) for span in spans}) == 1


@given(st.integers(0, 5), st.integers(1, 30), st.integers(0, 5))
def test_a_planted_repeat_is_found(before: int, between: int, after: int) -> None:
    source = " ".join(
        [*(f"b{n}" for n in range(before)), TAIL, *(f"m{n}" for n in range(between)), TAIL, "x" * (after + 1)]
    )
    assert places(source) == [(30, [TAIL, TAIL])]


WORDS = st.sampled_from(
    ["a", "no", "naïve", "Ελλάς", "word", "слово", "同志", "e\u0301t\u00e9", "x" * 60, "1921", "–", "[^1]"]
)
SOURCES = st.lists(st.lists(WORDS, max_size=40).map(" ".join), max_size=8)


@given(SOURCES, st.integers(2, 10))
@example(["a a a a a a 同志", "a a a 同志 同志"], 2)  # a long run and a light one beside it
def test_both_engines_see_the_same(sources: list[str], most: int) -> None:
    texts = [text_of(source) for source in sources]
    small, large = Shelf(texts), Shelf(texts)
    words = {part: words_of(source, span) for part, source, span in small.walk()}
    chains = list(chains_of(runs_of(words.items(), most), most))
    sizes, blocks = runs_of_many(large, most, Spelling())
    assert sizes == [len(words.get(part, ())) for part in range(len(small))]
    assert small.doubles == large.doubles
    assert sorted(one for block in blocks for one in chains_of(block.runs(), most)) == sorted(chains)


@given(st.text(max_size=200))
def test_words_are_where_they_are_said_to_be(source: str) -> None:
    words = words_of(source, Span(0, len(source)))
    assert "".join(words.said(0, len(words))) == words.letters
    assert all(start < end for start, end in zip(words.starts, words.ends, strict=True))
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))
