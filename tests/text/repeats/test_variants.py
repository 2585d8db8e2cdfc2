"""Passages and letters whose copies differ by words stay one, however many copies there are and however long."""

from __future__ import annotations

import pytest

from corpuscli.model.span import Span
from corpuscli.text.repeats.find import find_repeats
from corpuscli.text.repeats.rewording import ahead, over_words
from corpuscli.text.repeats.words import words_of
from tests.benchmarks.reuse_prose import Prose, reworded


@pytest.mark.parametrize("share", [0.01, 0.05, 0.1])
def test_many_variants_of_one_letter_are_one_row(share: float) -> None:
    language = Prose(5)
    body = language.sentences(400)
    [passage] = find_repeats([reworded(language, body, share) for _ in range(200)])
    assert (passage.kind, len(passage.copies)) == ("letter", 200)


def test_a_book_that_stands_twice_is_one_row() -> None:
    language = Prose(6)
    pages = [language.sentences(120) for _ in range(400)]
    other = "\n\n".join(reworded(language, page, 0.02) for page in pages)
    [passage] = find_repeats(["\n\n".join(pages), other])
    assert passage.kind == "letter"
    assert passage.words > 48_000
    assert passage.similarity > 95


@pytest.mark.parametrize("seed", range(8))
def test_a_passage_of_which_every_fifth_word_was_changed_is_found_whole(seed: int) -> None:
    language = Prose(100 + seed)
    said = language.sentences(45)
    one = f"{language.sentences(60)} {said} {language.sentences(60)}"
    other = f"{language.sentences(60)} {reworded(language, said, 0.2)} {language.sentences(60)}"
    [passage] = find_repeats([one, other])
    start, span = one.index(said), passage.copies[0].span
    assert abs(span.start - start) + abs(span.end - start - len(said)) < 60


@pytest.mark.parametrize(
    ("one", "other", "step", "found"),
    [
        ("thoroughly devoted", "sincerely devoted", 1, [(1, 1, 1)]),
        ("devoted thoroughly", "devoted sincerely", -1, [(1, 1, 1)]),
        ("thoroughly by all", "sincerely in all", 1, []),
        ("Karov wrote to Lenin", "Karov himself wrote to Lenin", -1, [(0, 0, 3), (3, 4, 1)]),
    ],
)
def test_a_passage_goes_on_behind_a_changed_word(
    one: str, other: str, step: int, found: list[tuple[int, int, int]]
) -> None:
    mine, theirs = (words_of(text, Span(0, len(text))) for text in (one, other))
    sides = [(words, len(words.letters)) for words in (mine, theirs)]
    walks = [ahead(words, 0, size, 1) if step > 0 else ahead(words, size, 0, -1) for words, size in sides]
    assert list(over_words(*walks)) == found
