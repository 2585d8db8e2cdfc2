from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.dedupe.known import accepted_among, dump, parse, without
from corpuscli.dedupe.run import search
from corpuscli.errors import ConfigError, InputError
from corpuscli.store.accepted import Accepted, accepted
from corpuscli.store.corpus import open_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from corpuscli.store.corpus import Corpus

P = " ".join(f"word{n}" for n in range(30))
OTHER = " ".join(f"other{n}" for n in range(30))


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    (tmp_path / "corpus.yaml").write_text("title: Known\n")
    return open_corpus(tmp_path)


def put(corpus: Corpus, name: str, text: str) -> None:
    (corpus.root / f"{name}.txt").write_text(f"---\nid: {name}\nsenders:\n  - A\nrecipients:\n  - B\n---\n{text}\n")


def test_an_accepted_passage_survives_edits_around_it(corpus: Corpus) -> None:
    put(corpus, "a", f"One. {P} two. {P} three.")
    [passage] = search(corpus).passages
    entry = Accepted(passage.id, "on purpose", P)
    put(corpus, "a", f"One. {P} two, two. And once more one. {P} two, again.")
    moved = search(corpus)
    assert moved.passages[0].id != passage.id
    assert accepted_among(moved, [entry]) == set(moved.passages)
    put(corpus, "a", f"One. {OTHER} two. {OTHER} three.")
    assert accepted_among(search(corpus), [entry]) == set()


def test_a_baseline_notices_another_repeat_and_another_copy(corpus: Corpus) -> None:
    put(corpus, "a", f"{P} x y. {P}")
    known = parse(dump(search(corpus).passages), "base.json")
    assert without(search(corpus).passages, known) == ()
    put(corpus, "a", f"{OTHER} x y. {OTHER}")
    assert len(without(search(corpus).passages, known)) == 1
    put(corpus, "a", f"{P} x y. {P} z. {P}")
    assert len(without(search(corpus).passages, known)) == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "repeats": []}', '{"version": 1, "repeats": [1]}'])
def test_what_is_no_baseline(text: str) -> None:
    with pytest.raises(InputError, match="baseline"):
        parse(text, "base.json")


@pytest.mark.parametrize("text", ["a: b\n", "a:\n  why: b\n", "a:\n  text: b\n", "- a\n"])
def test_what_is_no_register_of_accepted_passages(corpus: Corpus, text: str) -> None:
    (corpus.root / "accepted.yaml").write_text(text)
    with pytest.raises(ConfigError):
        accepted(corpus)
