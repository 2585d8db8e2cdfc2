"""What citations point to, letter by letter: the same as of all letters at once, and in no more memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import WriteError
from corpuscli.model.person import Person
from corpuscli.relations.citations.corpus import corpus_citations
from corpuscli.relations.citations.facts import Cited, facts_of
from corpuscli.relations.citations.letters import Letters
from corpuscli.relations.citations.spooled import SpooledLetters
from corpuscli.relations.citations.targets import Targets
from corpuscli.store.corpus import Corpus
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.index.kept import KeptFacts
from corpuscli.store.spool import Spool

if TYPE_CHECKING:
    from pathlib import Path

_LETTERS = {
    "a": ("1921-03-10", "1", ["RGASPI. F. 5. Op. 2. D. 315. L. 34-36"], "See No. 2, and my letter of March 11, 1921."),
    "b": ("1921-03-11", "2", ["RGASPI. F. 5. Op. 2. D. 315. L. 35"], "RGASPI. F. 5. Op. 2. D. 315. L. 34. See note 1."),
    "c": ("1921-03", "2", ["RGASPI. F. 5. Op. 2. D. 315"], "Document No. 7. See note 1 to document No. 1."),
    "d": ("XXXX", "", list[str](), "RGASPI. F. 5. Op. 2. D. 315. Letter of March 10, 1921. See Doc. 1."),
}
_FILE = (
    "---\nid: {id}\nnumber: '{number}'\nedition: E\ndate: {date}\nsenders:\n  - G. V. Chicherin\nrecipients:\n  - B\n"
    "source: {source}\n---\n{text}\n\nMore[^1].\n\n[^1]: A note, {text}\n"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    root = tmp_path / "letters"
    root.mkdir()
    for name, (date, number, source, text) in _LETTERS.items():
        (root / f"{name}.txt").write_text(
            _FILE.format(id=name, number=number, date=date, source=source, text=text), encoding="utf-8"
        )
    (root / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    return Corpus(root)


def _keeps_nothing(_kept: KeptFacts, _facts: object) -> bool:
    return False


def _told(corpus: Corpus) -> list[Cited]:
    targets = Targets(corpus)
    try:
        return [one for path in corpus.letter_paths() for one in targets.resolved(corpus.read(path))]
    finally:
        targets.close()


def test_letter_by_letter_as_of_all_at_once(corpus: Corpus) -> None:
    whole = list(corpus_citations(corpus).resolved())
    assert _told(corpus) == whole
    assert {link.by for one in whole for link in one.citation.links} >= {"note", "same-file", "date"}


def test_also_where_the_index_keeps_nothing(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(corpus_citations(corpus).resolved())
    corpus.root.joinpath("b.txt").write_text(corpus.root.joinpath("b.txt").read_text() + " ")
    monkeypatch.setattr(KeptFacts, "keep", _keeps_nothing)
    assert _told(corpus) == whole


def test_on_disk_as_in_memory() -> None:
    people = (Person("g", "G. V. Chicherin"),)
    facts = [
        facts_of(parse_letter(_FILE.format(id=name, number=number, date=date, source=source, text=text), f"{name}.txt"))
        for name, (date, number, source, text) in _LETTERS.items()
    ]
    held = Letters(people)
    for one in facts:
        held.add(one.known)
    spooled = SpooledLetters(people, (one.known for one in facts))
    for one in facts:
        assert spooled.known(one.known.id) == held.known(one.known.id) == one.known
    assert spooled.known("z") is held.known("z") is None
    assert spooled.numbered("E", "2") == held.numbered("E", "2") == ["b", "c"]
    assert list(spooled.kept_on("RGASPI/5/2/315", [34, 35])) == list(held.kept_on("RGASPI/5/2/315", [34, 35])) != []
    for leafless in (True, False):
        there = spooled.kept_in("RGASPI/5/2/315", leafless=leafless)
        assert there == held.kept_in("RGASPI/5/2/315", leafless=leafless) != []
    spooled.close()


def test_a_full_disk_is_said() -> None:
    spool = Spool()
    spool._database.execute("PRAGMA max_page_count = 2")
    with pytest.raises(WriteError, match=r"temporary files cannot be written: .*full"):
        spool.put((str(number), "x" * 1000) for number in range(100))
    spool.close()
    spool = Spool()
    spool.put([("a", "b")])
    spool._database.execute("PRAGMA max_page_count = 1")
    with pytest.raises(WriteError, match="nothing was written"):
        spool.settle()
    spool.close()
