"""The words of letters are read when somebody searches, and each time those that are new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.store.corpus import Corpus
from corpuscli.store.index.index import open_index

if TYPE_CHECKING:
    from pathlib import Path

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
