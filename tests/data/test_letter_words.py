"""Words by which letters are told: every example shows its kind, no near miss does."""

from __future__ import annotations

import pytest

from corpuscli.data.letter_words import letter_words
from corpuscli.relations.citations.around import Around
from corpuscli.relations.citations.calendar import may_be_old_style
from corpuscli.store.frontmatter.reader import parse_letter

WRITERS = {"Altenberg", "Альтенберг"}


def rows(*kinds: str) -> list[tuple[str, bool]]:
    chosen = [row for row in letter_words() if row.kind in kinds]
    return [
        (words, good) for row in chosen for good in (True, False) for words in (row.near_misses, row.examples)[good]
    ]


@pytest.mark.parametrize(("place", "good"), rows("old-style-place"))
def test_places(*, place: str, good: bool) -> None:
    letter = parse_letter(f"---\nid: a\nplace: {place}\n---\n", "a.txt")
    assert may_be_old_style(letter, ()) is good


@pytest.mark.parametrize(("words", "good"), rows("wrote", "writes", "has"))
def test_writers(*, words: str, good: bool) -> None:
    assert (Around(*words.split("…")).writer in WRITERS) is good


@pytest.mark.parametrize(("words", "good"), rows("sends"))
def test_what_sends_the_reader_there(*, words: str, good: bool) -> None:
    assert Around(*words.split("…")).sends is good


def test_all_kinds_are_tested() -> None:
    assert {row.kind for row in letter_words()} == {"old-style-place", "wrote", "writes", "has", "sends"}
