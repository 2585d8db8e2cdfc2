"""What the letters of a corpus cite: kept by the index, read again only where something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.relations.citations import corpus as module
from corpuscli.relations.citations.corpus import cited_by, corpus_citations
from corpuscli.relations.citations.facts import decoded, encoded, facts_of
from corpuscli.store.corpus import Corpus, open_corpus
from corpuscli.store.frontmatter.reader import parse_letter
from tests.benchmarks.cited_text import cited_text

if TYPE_CHECKING:
    from pathlib import Path

    from corpuscli.model.letter import Letter
    from corpuscli.relations.citations.facts import LetterFacts
    from corpuscli.text.citations.registers import Registers

FIRST = """\
---
id: 1921-03-10-a-b
date: 1921-03-10
senders: [G. V. Chicherin]
recipients: [I. V. Stalin]
source: [RGASPI. F. 5. Op. 2. D. 315. L. 34]
---
Text[^1].

[^1]: GANO. F. 1. Op. 2. D. 3.
"""
SECOND = """\
---
id: 1921-03-12-b-a
date: 1921-03-12
senders: [I. V. Stalin]
recipients: [G. V. Chicherin]
---
Your letter of March 10 came; see RTsKhIDNI, f. 5, op. 2, d. 315, l. 34.
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "corpus.yaml").write_text("title: T\n")
    (folder / "1921-03-10-a-b.txt").write_text(FIRST)
    (folder / "1921-03-12-b-a.txt").write_text(SECOND)
    return open_corpus(folder)


@pytest.mark.parametrize("dress", ["latin", "cyrillic", "translated"])
def test_what_is_kept_is_what_was_read(dress: str) -> None:
    source = f"---\nid: a\ndate: 1921\nsource: [RGASPI. F. 5. Op. 2. D. 315]\n---\n{cited_text(7, dress, 4000)}"
    facts = facts_of(parse_letter(source, "folder/a.txt"))
    assert len(facts.cited) > 2
    assert decoded(encoded(facts), "folder/a.txt") == facts


def test_letters_that_stand_are_not_read_again(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    first = list(corpus_citations(corpus).resolved())
    read: list[str] = []

    def watched(letter: Letter, registers: Registers | None = None) -> LetterFacts:
        read.append(letter.path)
        return facts_of(letter, registers)

    monkeypatch.setattr(module, "facts_of", watched)
    assert list(corpus_citations(corpus).resolved()) == first
    assert read == []
    (corpus.root / "1921-03-12-b-a.txt").write_text(SECOND.replace("March 10", "March 11, 1921"))
    changed = list(corpus_citations(open_corpus(corpus.root)).resolved())
    assert read == ["1921-03-12-b-a.txt"]
    assert [one.citation.state for one in changed if one.citation.kind == "letter"] == ["dangling"]


def test_a_register_that_changes_is_read_with(corpus: Corpus) -> None:
    states = [one.citation.state for one in corpus_citations(corpus).resolved()]
    assert states == ["resolved", "unresolved", "resolved", "resolved"]
    (corpus.root / "archives.yaml").write_text("GANO:\n  names: [GANO]\n")
    again = open_corpus(corpus.root)
    assert [one.citation.state for one in corpus_citations(again).resolved()] == ["resolved"] * 4


def test_who_cites_a_letter(corpus: Corpus) -> None:
    found = [one.record() for one in cited_by(corpus, "1921-03-10-a-b")]
    assert [tuple(one.values()) for one in found] == [
        ("1921-03-12-b-a", "text", "Your letter of March 10", "date", 1.0),
        ("1921-03-12-b-a", "text", "RTsKhIDNI, f. 5, op. 2, d. 315, l. 34", "same-leaf", 1.0),
    ]
    assert list(found[0]) == ["letter", "part", "raw", "by", "confidence"]
    assert cited_by(corpus, "1921-03-12-b-a") == []


def test_a_letter_that_cannot_be_read_is_told_of(corpus: Corpus) -> None:
    (corpus.root / "bad.txt").write_text("---\nid: [\n---\n")
    found = corpus_citations(open_corpus(corpus.root))
    assert [problem.path.rpartition("/")[2] for problem in found.unread] == ["bad.txt"]
    assert len(found.facts) == 2
