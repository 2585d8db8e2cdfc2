from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from corpuscli.store.corpus import Corpus, open_corpus
from corpuscli.store.index.content import digest_of
from corpuscli.store.index.index import open_index
from corpuscli.store.index.place import index_path

if TYPE_CHECKING:
    from pathlib import Path

    from corpuscli.store.index.index import Index


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "letters"
    root.mkdir()
    (root / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    for name in ("a", "b", "c"):
        (root / f"{name}.txt").write_text(f"---\nid: {name}\n---\nLetter {name}.\n", encoding="utf-8")
    (root / "torn.txt").write_text("no front matter", encoding="utf-8")
    return open_corpus(root)


def data_of(corpus: Corpus, path: str) -> bytes:
    return (corpus.root / path).read_bytes()


def keep_all(corpus: Corpus, index: Index, analysis: str = "last line", version: str = "1") -> list[str]:
    """Do what an analysis does, and return what it had to look at."""
    facts = index.kept(analysis, version)
    missing = facts.missing()
    found = {digest_of(data_of(corpus, path)): data_of(corpus, path).splitlines()[-1] for path in missing}
    assert facts.keep(found)
    return missing


def test_what_is_kept_is_known_until_its_letter_changes(corpus: Corpus) -> None:
    index = open_index(corpus)
    assert keep_all(corpus, index) == ["a.txt", "b.txt", "c.txt", "torn.txt"]
    assert index.kept("last line", "1").missing() == []
    (corpus.root / "b.txt").write_text("---\nid: b\n---\nChanged.\n", encoding="utf-8")
    (corpus.root / "a.txt").unlink()
    again = open_index(corpus)
    facts = again.kept("last line", "1")
    assert facts.known() == {"c.txt": b"Letter c.", "torn.txt": b"no front matter"}
    assert facts.of("c.txt") == b"Letter c."
    assert facts.of("b.txt") is None
    assert keep_all(corpus, again) == ["b.txt"]
    assert facts.of("b.txt") == b"Changed."


def test_a_renamed_letter_keeps_its_facts(corpus: Corpus) -> None:
    keep_all(corpus, open_index(corpus))
    (corpus.root / "a.txt").rename(corpus.root / "z.txt")
    facts = open_index(corpus).kept("last line", "1")
    assert facts.missing() == []
    assert list(facts.known()) == ["b.txt", "c.txt", "torn.txt", "z.txt"]


def test_facts_of_letters_that_have_gone_are_pruned(corpus: Corpus) -> None:
    keep_all(corpus, open_index(corpus))
    (corpus.root / "a.txt").unlink()
    (corpus.root / "b.txt").write_text("---\nid: b\n---\nChanged.\n", encoding="utf-8")
    open_index(corpus).close()
    with sqlite3.connect(index_path(corpus.root)) as database:
        assert database.execute("SELECT count(*) FROM facts").fetchone() == (2,)
    database.close()


def test_another_version_knows_nothing_and_takes_the_place_of_the_old(corpus: Corpus) -> None:
    index = open_index(corpus)
    keep_all(corpus, index)
    keep_all(corpus, index, "other")
    assert index.kept("last line", "2").known() == {}
    keep_all(corpus, index, version="2")
    assert index.kept("last line", "1").known() == {}
    assert len(index.kept("other", "1").known()) == 4


def test_facts_that_tell_nothing_can_be_left_out(corpus: Corpus) -> None:
    facts = open_index(corpus).kept("lint", "1")
    facts.keep({digest_of(data_of(corpus, "a.txt")): b"", digest_of(data_of(corpus, "b.txt")): b"found"})
    assert facts.known(telling=True) == {"b.txt": b"found"}
    assert facts.missing() == ["c.txt", "torn.txt"]


def test_bytes_that_no_letter_holds_are_not_kept(corpus: Corpus) -> None:
    facts = open_index(corpus).kept("lint", "1")
    assert facts.keep({digest_of(b"another"): b"x", b"": b"x"})
    assert facts.known() == {}


def test_what_follows_from_all_letters_holds_until_one_changes(corpus: Corpus) -> None:
    facts = open_index(corpus).kept("lint", "1")
    assert facts.whole() is None
    assert facts.keep_whole(b"all is well")
    assert open_index(corpus).kept("lint", "1").whole() == b"all is well"
    assert open_index(corpus).kept("lint", "2").whole() is None
    (corpus.root / "d.txt").write_text("---\nid: d\n---\n", encoding="utf-8")
    assert open_index(corpus).kept("lint", "1").whole() is None


def test_a_locked_index_keeps_nothing_and_can_be_read(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpuscli.store.index.schema.PATIENCE", 0)
    index = open_index(corpus)
    keep_all(corpus, index)
    other = sqlite3.connect(index_path(corpus.root), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    facts = index.kept("last line", "1")
    assert not facts.keep({digest_of(data_of(corpus, "a.txt")): b"new"})
    assert not facts.keep_whole(b"new")
    assert facts.of("a.txt") == b"Letter a."
    other.close()


def test_an_index_that_cannot_be_written_keeps_nothing(corpus: Corpus) -> None:
    index = open_index(corpus)
    index._database.execute("PRAGMA query_only = ON")
    assert not index.kept("lint", "1").keep({digest_of(data_of(corpus, "a.txt")): b"new"})
    assert len(index.kept("lint", "1").missing()) == 4


def test_in_memory_facts_live_as_long_as_the_index(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    index = open_index(corpus)
    keep_all(corpus, index)
    assert len(index.kept("last line", "1").known()) == 4


def test_a_reader_sees_one_state_while_another_writes(corpus: Corpus) -> None:
    reader = open_index(corpus)
    (corpus.root / "a.txt").unlink()
    open_index(corpus).close()
    assert [row.id for row in reader.rows(reader.everything())] == ["a", "b", "c"]
    again = open_index(corpus)
    assert [row.id for row in again.rows(again.everything())] == ["b", "c"]
