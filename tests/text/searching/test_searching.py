from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.errors import UsageError
from corpuscli.model.span import Span
from corpuscli.text.folding import plain_text
from corpuscli.text.searching.places import find_places, snippet
from corpuscli.text.searching.wanted import Term, folded_words, parse_wanted

TEXT = "The Turkish delegation[^1] met Tchitchérine; the turkish side, delegated by Angora, left."


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("turkish", ["Turkish", "turkish"]),
        ("DELEG*", ["delegation", "delegated"]),
        ('"turkish delegation"', ["Turkish delegation"]),
        ("tchitcherine", ["Tchitchérine"]),
        ("angora or ankara", ["Angora"]),
        ('turkish "turkish side"', ["Turkish", "turkish"]),
        ("deleg", []),
        ("delegation-met", []),
    ],
)
def test_words_are_found_where_they_stand(asked: str, found: list[str]) -> None:
    spans = find_places(TEXT, parse_wanted(asked).terms)
    assert [span.of(TEXT) for span in spans] == found


@pytest.mark.parametrize("asked", ["", "   ", "…", "-peace", '""', "*"])
def test_nothing_to_search_for_is_refused(asked: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        parse_wanted(asked)


@given(st.text(alphabet='ab "*-or é.', max_size=30))
def test_whatever_is_asked_makes_an_expression_or_an_error(asked: str) -> None:
    try:
        wanted = parse_wanted(asked)
    except UsageError:
        return
    assert wanted.terms
    assert str(wanted).count('"') == 2 * (len(wanted.terms) + len(wanted.without))


@given(st.text(max_size=300), st.data())
def test_a_snippet_shows_the_first_place_and_only_words_of_the_text(text: str, data: st.DataObject) -> None:
    words = folded_words(text)
    if not words:
        return
    places = find_places(text, parse_wanted(f'"{data.draw(st.sampled_from(words))}"').terms)
    if not places:
        return
    pieces = snippet(text, Span(0, len(text)), places, 40)
    assert next(" ".join(words.split()) for words, hit in pieces if hit) == " ".join(places[0].of(text).split())
    said = "".join(words for words, _ in pieces).strip("…").strip()
    assert "".join(said.split()) in "".join(text.split())


def test_a_snippet_is_cut_at_words() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve"
    places = find_places(text, parse_wanted("six").terms)
    assert "".join(words for words, _ in snippet(text, Span(0, len(text)), places, 20)) == "…five six seven eight…"


WORDS = st.lists(
    st.sampled_from(("Аб", "аб", "ábc", "ab", "ABC", "straße", "strasse", "й", "c", "a", "aa", "et", "e\u0301t", "№5")),
    max_size=12,
)


@given(WORDS, WORDS.filter(lambda words: 0 < len(words) < 4), st.booleans())
def test_a_term_stands_where_its_words_stand_side_by_side(words: list[str], asked: list[str], prefix: bool) -> None:  # noqa: FBT001 - Hypothesis gives it by name
    text = "; ".join(words)
    term = Term(tuple(map(plain_text, asked)), prefix)
    *whole, last = term.words
    stands = [
        [plain_text(word) for word in words[at : at + len(whole)]] == whole
        and (
            plain_text(words[at + len(whole)]).startswith(last)
            if prefix
            else plain_text(words[at + len(whole)]) == last
        )
        for at in range(len(words) - len(whole))
    ]
    starts = [len("; ".join([*words[:at], ""])) for at, here in enumerate(stands) if here]
    found = [span.start for span in find_places(text, [term])]
    assert found == [start for start in starts if start in found]
    assert bool(found) == bool(starts)
    if len(asked) == 1:
        assert found == starts
