"""Search, by words and by expressions: what is found, where, and what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import UsageError
from corpuscli.querying.ask import Question
from corpuscli.querying.search import Frame, search, search_pattern
from corpuscli.store.corpus import Corpus, open_corpus

if TYPE_CHECKING:
    from pathlib import Path

LETTER = """---
id: {stem}
date: {date}
senders:
  - G. V. Chicherin
recipients:
  - I. V. Stalin
---
{text}
"""
LETTERS = {
    "b": (
        "1922",
        "Peace is near.\n\nThe first line.\nThe Turkish delegation came.[^1]\nThe last line.\n\n[^1]: Peace to all.",
    ),
    "a": ("1921", "Peace, peace, peace."),
    "c": ("XXXX", "Nothing of the kind."),
}


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "letters"
    root.mkdir()
    (root / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    for stem, (date, text) in LETTERS.items():
        (root / f"{stem}.txt").write_text(LETTER.format(stem=stem, date=date, text=text), encoding="utf-8")
    return open_corpus(root)


def test_the_best_answer_is_first_and_notes_are_told_apart(corpus: Corpus) -> None:
    hits = list(search(corpus, "peace", Question()).hits)
    assert [(hit.record["id"], hit.count) for hit in hits] == [("a", 3), ("b", 2)]
    assert [(place.part, place.line, place.marked()) for place in hits[1].places] == [
        ("text", 9, "[Peace] is near."),
        ("note:1", 15, "[Peace] to all."),
    ]


def test_lines_around_stay_in_their_part(corpus: Corpus) -> None:
    [hit] = search(corpus, "turkish", Question(), frame=Frame(context=2)).hits
    assert (hit.places[0].before, hit.places[0].after) == (("Peace is near.", "The first line."), ("The last line.",))
    assert hit.places[0].record()["after"] == ("The last line.",)
    [plain] = search(corpus, "turkish", Question()).hits
    assert "before" not in plain.places[0].record()


def test_an_expression_is_sought_in_the_order_of_dates(corpus: Corpus) -> None:
    found = search_pattern(corpus, r"p\w+e\b", Question())
    assert [(hit.record["id"], hit.count) for hit in found.hits] == [("a", 3), ("b", 2)]
    limited = search_pattern(corpus, r"p\w+e\b", Question(), limit=1)
    assert ([hit.record["id"] for hit in limited.hits], limited.count) == (["a"], 2)
    assert search_pattern(corpus, "x*", Question()).count == 0  # an empty place is none


@pytest.mark.parametrize(("pattern", "said"), [("(", "no regular expression"), ("(\\w+\\W*)+:$", "takes too long")])
def test_an_expression_is_refused(corpus: Corpus, pattern: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpuscli.querying.patience.SECONDS", 0.2)
    (corpus.root / "d.txt").write_text(
        LETTER.format(stem="d", date="1923", text="a" * 40 + " !" * 40), encoding="utf-8"
    )
    with pytest.raises(UsageError, match=said):
        search_pattern(corpus, pattern, Question())
