"""The engine for large corpora says word for word what the small one says, however little room it has."""

from __future__ import annotations

from contextlib import closing
from tempfile import TemporaryFile
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.model.span import Span
from corpuscli.text.repeats import buckets, hashes, many, spelling, tables
from corpuscli.text.repeats import find as finding
from corpuscli.text.repeats.alphabet import Alphabet
from corpuscli.text.repeats.find import find
from corpuscli.text.repeats.hashes import Hashes
from corpuscli.text.repeats.lots import grams
from corpuscli.text.repeats.spelling import Spelling
from corpuscli.text.repeats.tables import Grammar
from corpuscli.text.repeats.texts import Shelf, text_of
from corpuscli.text.repeats.words import Words, words_of

WORDS = st.sampled_from(
    [
        "a",
        "no",
        "naïve",
        "Ελλάς",
        "word",
        "слово",
        "同志",
        "e\u0301t\u00e9",
        "so\u00adft",
        "x" * 60,
        "1921",
        "–",
        "[^1]",
    ]
)
SOURCES = st.lists(st.lists(WORDS, max_size=40).map(" ".join), max_size=8)


def columns(words: Words) -> list[object]:
    return [[words.begin], *map(list, (words.letters, words.at, words.starts, words.ends))]


@given(st.text(max_size=120) | SOURCES.map(" ".join), st.integers(0, 9))
def test_an_alphabet_splits_as_the_pure_way_does(source: str, start: int) -> None:
    span = Span(min(start, len(source)), len(source))
    alphabet = Alphabet()
    for _ in range(2):  # the second time all characters are known
        assert columns(alphabet.words_of(source, span)) == columns(words_of(source, span))


@pytest.mark.parametrize("room", [0, 400, spelling.ROOM])
@given(sources=SOURCES, chunk=st.integers(1, 200))
def test_kept_parts_are_the_same(room: int, sources: list[str], chunk: int) -> None:
    shelf = Shelf([text_of(f"Dear sir, {source}") for source in sources])
    with patch.object(spelling, "ROOM", room), patch.object(tables, "CHUNK", chunk):
        kept = Spelling()
        for _ in grams(shelf, 9, kept):
            pass
        for part in range(len(shelf)):
            text, piece = shelf.place(part)
            source, span = shelf.texts[text].source, shelf.texts[text].parts[piece]
            assert columns(kept.words(part, span, lambda source=source: source)) == columns(words_of(source, span))


@pytest.mark.parametrize("spool", [None, TemporaryFile])
@given(sources=SOURCES, tight=st.integers(1, 60))
def test_little_room_changes_nothing(spool: buckets.Spool | None, sources: list[str], tight: int) -> None:
    texts = [text_of(source) for source in sources]
    plain = find(texts, 5, 8)
    with (
        patch.object(finding, "SEVERAL", 0),
        patch.object(buckets, "HELD", tight),
        patch.object(hashes, "GATHERED", tight),
        patch.object(many, "BLOCK", tight),
    ):
        assert find(texts, 5, 8, spool) == plain


def test_lengths_are_handed_out_in_order() -> None:
    with patch.object(hashes, "GATHERED", 3), patch.object(buckets, "HELD", 0), closing(Hashes(TemporaryFile)) as found:
        _, one = Grammar(4, Alphabet()).hashed([("one two three four five six seven", Span(0, 33))], kept=False)
        found.add(one)
        following = found.lengths()
        assert [*following(2), *following(5)] == one.lengths.tolist()
