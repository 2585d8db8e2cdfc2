"""The words of letters are read when somebody searches, and each time those that are new."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpuscli.querying.ask import Question
from corpuscli.querying.search import search
from corpuscli.store.corpus import Corpus
from corpuscli.store.index.index import open_index
from corpuscli.store.index.place import index_path

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTER = "---\nid: {0}\ndate: 1921\nsenders: [A]\nrecipients: [B]\n---\nthe {1} talks[^1]\n\n[^1]: a Note\n"


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "letters"
    root.mkdir()
    (root / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    return Corpus(root)


def write(corpus: Corpus, name: str, word: str) -> None:
    (corpus.root / f"{name}.txt").write_text(LETTER.format(name, word), encoding="utf-8")


def said(corpus: Corpus, words: str, *, read: bool = True) -> int:
    index = open_index(corpus, words=read)
    try:
        return index.search(words, None, 0).total
    finally:
        index.close()


def test_words_are_read_when_they_are_asked_for(corpus: Corpus) -> None:
    write(corpus, "a", "Peace")
    write(corpus, "b", "péace")
    assert said(corpus, "peace", read=False) == 0
    assert said(corpus, "peace") == 2
    assert said(corpus, "peace", read=False) == 2
    assert said(corpus, "notes: note") == 2


def test_words_of_letters_that_come_or_change_are_read_anew(corpus: Corpus) -> None:
    write(corpus, "a", "peace")
    assert said(corpus, "peace") == 1
    write(corpus, "b", "war")
    write(corpus, "a", "trade and")
    (corpus.root / "c.txt").write_bytes(b"\xff")
    assert said(corpus, "war") == 1
    assert said(corpus, "trade") == 1
    assert said(corpus, "peace") == 0
    (corpus.root / "b.txt").unlink()
    assert said(corpus, "war") == 0


def test_a_letter_that_goes_or_is_spoilt_behind_the_index_is_no_hit(corpus: Corpus) -> None:
    for name in "abc":
        write(corpus, name, "peace")
    found = search(corpus, "peace", Question())
    (corpus.root / "a.txt").unlink()
    (corpus.root / "b.txt").write_bytes(b"\xff")
    assert [hit.record["id"] for hit in found.hits] == ["c"]
    assert [Path(problem.path).name for problem in found.unread] == ["b.txt"]


TEXTS = st.lists(st.none() | st.lists(st.sampled_from(("war", "peace", "talks")), max_size=6), min_size=8, max_size=8)
"""The words of eight letters; None where one is not there."""


def ranked(corpus: Corpus) -> list[str]:
    """The ids of letters that say words, the best first."""
    index = open_index(corpus, words=True)
    try:
        found = index.search("war OR peace", None, 0).letters
        rows = {row.number: row.id for row in index.rows(set(found))}
        return [rows[number] for number in found]
    finally:
        index.close()


def rewrite(corpus: Corpus, texts: Sequence[list[str] | None]) -> None:
    for name, text in zip("abcdefgh", texts, strict=True):
        if text is None:
            (corpus.root / f"{name}.txt").unlink(missing_ok=True)
        else:
            write(corpus, name, " ".join(text))


RARE = [["war"], ["peace"], *[["talks"]] * 6]


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
@example([["war"]] * 8, RARE)
@example([["peace"]] * 8, RARE)
def test_letters_that_were_tell_nothing_of_how_rare_a_word_is(
    before: Sequence[list[str] | None], after: Sequence[list[str] | None]
) -> None:
    with TemporaryDirectory() as folder:
        corpus = Corpus(Path(folder))
        (corpus.root / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
        rewrite(corpus, before)
        ranked(corpus)
        rewrite(corpus, after)
        refreshed = ranked(corpus)
        Path(index_path(corpus.root)).unlink()
        assert refreshed == ranked(corpus)
