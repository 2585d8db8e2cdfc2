from __future__ import annotations

import os
import re
import sqlite3
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuscli.errors import UnknownNameError
from corpuscli.querying.ask import Question, ask, from_files, from_index
from corpuscli.querying.holdings import Held
from corpuscli.querying.questions import Days, Holds, Key, Match, Party, Pattern, Undated, Words
from corpuscli.querying.search import search
from corpuscli.querying.tree import Leaf, Many, Node
from corpuscli.store.corpus import Corpus, open_corpus
from corpuscli.store.index.index import open_index
from corpuscli.store.index.place import index_path
from corpuscli.store.index.where import counted
from tests.store.index.specs import SPECS, Spec, indexed, made

DAYS = st.dates(date(1915, 1, 1), date(1925, 1, 1))
LEAVES = st.one_of(
    st.tuples(DAYS | st.none(), DAYS | st.none()).map(lambda span: Days(*span, "date:x")),
    st.sampled_from(
        (
            Party("from", "x", ("chicherin",)),
            Party("person", "x", ("stalin",)),
            Key("place"),
            Holds("place", "zurich", whole=True),
            Holds("senders", "j. v."),
            Undated(),
            Words(">", 2),
            Words("=", 0),
            Held("archive", "rgaspi"),
            Held("archive", "RTSKHIDNI"),
            Held("archive", "novo"),
            Held("fond", "5"),
            Held("delo", "9"),
            Match("word wo"),
            Pattern("senders", re.compile("chi.*n|ин", re.IGNORECASE)),
        )
    ),
)
TREES: st.SearchStrategy[Node] = st.recursive(
    st.tuples(LEAVES, st.booleans()).map(lambda made: Leaf(*made)),
    lambda kids: st.tuples(st.lists(kids, max_size=3).map(tuple), st.booleans()).map(lambda made: Many(*made)),
    max_leaves=5,
)


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def answers(corpus: Corpus, tree: Node, *, certain: bool) -> tuple[object, object]:
    # Names that nobody bears are refused by both ways; here only the sets are compared.
    question = Question(tree, certain)
    found = []
    for way in (from_index, from_files):
        try:
            answer = way(corpus, question)
        except Exception as problem:  # noqa: BLE001 - both ways must refuse alike
            found.append(str(problem))
        else:
            if answer is None:  # the index cannot tell, and says so
                return None, None
            keys = [list(way(corpus, question, only=only).rows) for only in ("id", "path")]
            found.append((list(answer.rows), answer.count, answer.only_may, sorted(map(str, answer.unread)), keys))
    return found[0], found[1]


@settings(max_examples=60, deadline=None)
@given(st.lists(SPECS, max_size=8), st.lists(TREES, min_size=1, max_size=4), st.booleans())
def test_the_index_answers_what_the_files_answer(
    specs: list[Spec],
    trees: list[Node],
    certain: bool,  # noqa: FBT001 - Hypothesis gives it by name
) -> None:
    with TemporaryDirectory() as folder:
        corpus = made(folder, specs)
        for tree in trees:
            from_it, from_them = answers(corpus, tree, certain=certain)
            assert from_it == from_them


WAYS = st.sampled_from(("write", "remove", "rename", "same size"))


def found_by_words(corpus: Corpus) -> list[list[object]]:
    """Which letters say a word or another, the best first."""
    asked = ("word", "chi*", "words", "of moscow", "word of")
    return [[hit.record["id"] for hit in search(corpus, words, Question()).hits] for words in asked]


HELD = Many(
    (Leaf(Holds("place", "berlin")), Leaf(Held("fond", "5")), Leaf(Held("archive", "NOVO"), negated=True)), any=True
)
"""A question to which the index keeps more than it has read: values, and where letters are kept."""
CHANGES = st.lists(st.tuples(st.integers(0, 5), WAYS, SPECS), max_size=6)


@settings(max_examples=40, deadline=None)
@given(st.lists(SPECS, max_size=5), CHANGES)
def test_refreshing_gives_what_building_anew_gives(specs: list[Spec], changes: list[tuple[int, str, Spec]]) -> None:
    with TemporaryDirectory() as folder:
        corpus = made(folder, specs)
        for number, what, spec in changes:
            path = Path(folder) / f"letter-{number}.txt"
            if what == "write":
                path.write_text(spec.file(path.stem), encoding="utf-8")
            elif what == "remove":
                path.unlink(missing_ok=True)
            elif what == "rename" and path.exists():
                path.rename(path.with_name(f"letter-{number + 6}.txt"))
            elif path.exists():
                stamp = path.stat().st_mtime_ns
                path.write_bytes(path.read_bytes().replace(b"Moscow", b"Berlin").replace(b"1921", b"1922"))
                os.utime(path, ns=(stamp, stamp))
            open_index(corpus, values=False).close()  # as lint reads them
            if number % 2:
                answers(corpus, HELD, certain=False)
                found_by_words(corpus)
        kept, _ = answers(corpus, HELD, certain=False)
        refreshed, said = list(indexed(corpus).rows), found_by_words(corpus)
        Path(index_path(corpus.root)).unlink()
        assert refreshed == list(indexed(corpus).rows)
        assert said == found_by_words(corpus)
        assert (kept, kept) == answers(corpus, HELD, certain=False)
        assert refreshed == list(from_files(corpus, Question()).rows)


def test_archives_of_the_corpus_are_known_and_read_anew_when_they_change(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    corpus = made(str(tmp_path / "letters"), [Spec("1921", "A", "B", "", 1, source="ГАНО. Ф. 5. Оп. 2. Д. 9")])
    question = Question(Leaf(Held("archive", "NOVO")))
    answer = from_index(corpus, question)
    assert answer is not None
    assert answer.count == 1
    (corpus.root / "archives.yaml").unlink()
    with pytest.raises(UnknownNameError, match="unknown archive 'NOVO'"):
        from_index(open_corpus(corpus.root), question)


def test_where_holdings_cannot_be_kept_the_files_are_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "letters").mkdir()
    corpus = made(str(tmp_path / "letters"), [Spec("1921", "A", "B", "", 1, source="ГАНО. Ф. 5. Оп. 2. Д. 9")])
    open_index(corpus).close()
    monkeypatch.setattr("corpuscli.store.index.schema.PATIENCE", 0)
    other = sqlite3.connect(index_path(corpus.root), isolation_level=None)
    monkeypatch.setattr("corpuscli.store.index.refresh.RACY", -(10**12))
    open_index(corpus).close()
    other.execute("BEGIN IMMEDIATE")
    assert from_index(corpus, Question(Leaf(Held("fond", "5")))) is None
    assert ask(corpus, Question(Leaf(Held("fond", "5")))).count == 1
    other.close()


def test_counting_knows_five_signs() -> None:
    with pytest.raises(ValueError, match="!="):
        counted("!=", 3)


def test_very_many_parts_are_no_deep_tree(tmp_path: Path) -> None:
    corpus = made(str(tmp_path), [Spec("1921", "Чичерин", "I. V. Stalin", "", 2)])
    many = Many((*(Leaf(Words("=", number)) for number in range(3_000)),), any=True)
    found = from_index(corpus, Question(many))
    assert found is not None
    assert found.count == 1
