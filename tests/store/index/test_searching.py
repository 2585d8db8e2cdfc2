from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from corpuscli.querying.ask import Question
from corpuscli.querying.search import search
from corpuscli.store.corpus import open_corpus
from corpuscli.store.index.index import open_index
from corpuscli.store.index.place import index_path
from corpuscli.store.index.schema import connect
from corpuscli.store.index.searching import saying

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

WORDS = st.lists(st.sampled_from(("war", "peace", "talks")), max_size=4)
PLACE = "corpuscli.store.index.searching."


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(1920, 1923), WORDS), max_size=12),
    st.none() | st.sets(st.integers(1, 12)),
    st.integers(1, 4),
    st.sampled_from(("war", "peace OR talks", '"war peace"')),
    st.integers(0, 13),
)
def test_words_of_too_many_letters_give_the_first_by_date(
    letters: list[tuple[int, list[str]]], among: set[int] | None, limit: int, asked: str, tried: int
) -> None:
    database = connect("", "")
    for number, (year, words) in enumerate(letters, 1):
        row = (number, f"{number}.txt", f"{number:02}", 0, None, None, f"{year}")
        sql = (
            "INSERT INTO letters (n, path, id, undated, earliest, latest, sort, problem)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, '')"
        )
        database.execute(sql, row)
        database.execute("INSERT INTO said (rowid, text, notes) VALUES (?, ?, '')", (number, " ".join(words)))
    every = saying(database, asked, among, 0)
    assert every.ranked
    assert every.total == len(every.letters)
    few = saying(database, asked, among, limit)
    assert few == (every.letters[:limit], every.total, True)
    with patch(f"{PLACE}MANY", 2), patch(f"{PLACE}_TRIED", tried):
        found = saying(database, asked, among, limit)
    if found.ranked:
        assert found == few
    else:
        assert found.letters == sorted(every.letters, key=lambda n: (letters[n - 1][0], n))[:limit]
        assert len(found.letters) <= found.total
    assert found.ranked or len(saying(database, asked, None, 0).letters) > 2
    database.close()


HEAD = "---\nid: {}\ndate: 1921\nsenders: [A]\nrecipients: [B]\n---\n"


def test_words_are_read_when_searched_and_of_new_letters_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "letters"
    root.mkdir()
    (root / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    corpus = open_corpus(root)

    def said() -> int:
        with sqlite3.connect(index_path(root)) as database:
            [count] = database.execute("SELECT count(*) FROM said_docsize").fetchone()
        return int(count)

    for number, name in enumerate("ab", 1):
        (root / f"{name}.txt").write_text(HEAD.format(name) + "Peace and war.[^1]\n\n[^1]: Talks.\n", encoding="utf-8")
        open_index(corpus).close()
        assert said() == number - 1
        assert search(corpus, "war talks", Question()).count == number
        assert said() == number


def test_where_words_cannot_be_kept_memory_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("corpuscli.store.index.schema.PATIENCE", 0)
    monkeypatch.setattr("corpuscli.store.index.refresh.RACY", -(10**12))
    root = tmp_path / "letters"
    root.mkdir()
    (root / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    (root / "a.txt").write_text(HEAD.format("a") + "Peace and war.\n", encoding="utf-8")
    corpus = open_corpus(root)
    open_index(corpus).close()
    other = sqlite3.connect(index_path(root), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert search(corpus, "war", Question()).count == 1
    other.close()
