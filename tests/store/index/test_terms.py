"""Values of letters that lint has read: they are kept when somebody asks for values."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from corpuscli.linting.choice import Choice
from corpuscli.linting.known import lint_corpus
from corpuscli.querying.ask import Question, from_index
from corpuscli.querying.questions import Holds
from corpuscli.querying.tree import Leaf
from corpuscli.store.index.index import open_index
from corpuscli.store.index.known import Known
from corpuscli.store.index.place import index_path
from corpuscli.store.index.standing import standing_values
from tests.store.index.specs import Spec, made

if TYPE_CHECKING:
    from pathlib import Path

    from corpuscli.store.corpus import Corpus

SPECS = [Spec("1921", "A. Bauer", "Zoë", "Moscow", 1), Spec("1922", "C. Bauer", "Zoë", "", 1)]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for grain in ("RACY", "GRAIN"):  # trust what has just been written
        monkeypatch.setattr(f"corpuscli.store.index.refresh.{grain}", -(10**12))
    (tmp_path / "letters").mkdir()
    return made(str(tmp_path / "letters"), SPECS)


def terms(corpus: Corpus) -> int:
    database = sqlite3.connect(index_path(corpus.root))
    [count] = database.execute("SELECT count(*) FROM terms JOIN held USING (t)").fetchone()
    database.close()
    return int(count)


def in_moscow(corpus: Corpus) -> list[object]:
    answer = from_index(corpus, Question(Leaf(Holds("place", "moscow"))))
    return [row["id"] for row in answer.rows] if answer else []


def test_lint_keeps_no_values_and_who_asks_for_them_does(corpus: Corpus) -> None:
    lint_corpus(corpus, Choice())
    assert terms(corpus) == 0
    assert in_moscow(corpus) == ["letter-0"]
    assert terms(corpus) == 9


def test_what_lint_has_read_since_is_asked_for_too(corpus: Corpus) -> None:
    assert in_moscow(corpus) == ["letter-0"]
    made(str(corpus.root), [SPECS[1], SPECS[0], SPECS[0]])
    lint_corpus(corpus, Choice())
    assert in_moscow(corpus) == ["letter-1", "letter-2"]


def test_values_of_a_new_letter_come_to_those_that_are_kept_and_stay(corpus: Corpus) -> None:
    in_moscow(corpus)
    kept = terms(corpus)
    made(str(corpus.root), [*SPECS, SPECS[0]])
    lint_corpus(corpus, Choice())
    assert terms(corpus) == kept
    in_moscow(corpus)
    assert terms(corpus) == kept + 5


def test_who_adds_to_letters_that_lint_has_read_knows_them(corpus: Corpus) -> None:
    lint_corpus(corpus, Choice())
    known = Known(corpus)
    assert known.has_id("letter-1")
    assert [letter.path for letter in known.having("place", "Moscow")] == ["letter-0.txt"]
    made(str(corpus.root), [*SPECS, SPECS[0]])
    known.take_in(["letter-2.txt"])
    assert in_moscow(corpus) == ["letter-0", "letter-2"]


@pytest.mark.parametrize(("key", "begin"), [("id", "letter-"), ("senders", "A"), ("recipients", ""), ("place", "M")])
def test_the_shell_offers_the_same_before_they_are_kept_and_after(corpus: Corpus, key: str, begin: str) -> None:
    lint_corpus(corpus, Choice())
    before = standing_values(corpus.root, key, begin)
    open_index(corpus).close()
    assert before == standing_values(corpus.root, key, begin) != []
