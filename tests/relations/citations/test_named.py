"""Letters that an edition's notes name by the edition's own ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.relations.citations.corpus import corpus_citations
from corpuscli.relations.citations.named import named_letters
from corpuscli.store.corpus import open_corpus

if TYPE_CHECKING:
    from pathlib import Path

LETTER = """---
id: {id}
date: {date}
senders:
  - A
recipients:
  - B
x-tei-id: {own}
---
Dear B,[^1]

[^1]: {note}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    for id_, date, own, note in (
        ("1892-11-09-a-b", "1892-11-09", "L00133", "None."),
        ("1892-11-24-a-b", "1892-11-24", "L00139", "An answer to L00133, not to L00999; L00139 is this."),
    ):
        (tmp_path / f"{id_}.txt").write_text(LETTER.format(id=id_, date=date, own=own, note=note), encoding="utf-8")
    return tmp_path


def test_a_note_names_a_letter_by_its_id(corpus: Path) -> None:
    first, second = corpus_citations(open_corpus(str(corpus))).resolved()
    assert (first.citation.raw, first.part, first.citation.state) == ("L00133", "note:1", "resolved")
    assert [(link.letter, link.by, link.confidence) for link in first.citation.links] == [("1892-11-09-a-b", "id", 1.0)]
    assert (second.citation.raw, second.citation.state, second.citation.targets) == ("L00999", "dangling", ())


@pytest.mark.parametrize(
    ("text", "own"),
    [("L00133", ""), ("12345", "12346"), ("L0133", "L00139"), ("XL00133", "L00139"), ("L00139", "L00139")],
)
def test_what_has_another_shape_is_no_id(text: str, own: str) -> None:
    assert named_letters(text, own) == []
