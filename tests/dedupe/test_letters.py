"""Letters that are packed by one process and kept by another say what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.dedupe import letters as module
from corpuscli.dedupe.letters import Letters
from corpuscli.errors import InputError
from corpuscli.model.span import Span
from corpuscli.store.corpus import Corpus, open_corpus
from corpuscli.text.repeats.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\nid: {id}\ndate: 1921-03-10\nsenders:\n  - G. Чичерин\nrecipients: Karov\n---\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    (tmp_path / "corpus.yaml").write_text("title: Some\n")
    for name, source in {
        "a.txt": HEAD.format(id="a") + "Уважаемый!\n\n[^1]: A note.\n",
        "b.txt": "no letter",
        "c.txt": HEAD.format(id="other") + "Dear 同志.\n",
        "d.txt": "---\nid: d\ndate: 1921\nsenders: []\nrecipients: []\n---\n",
    }.items():
        (tmp_path / name).write_text(source, encoding="utf-8")
    return open_corpus(tmp_path)


def told(letters: Letters) -> list[object]:
    return [(letters[n], letters.id(n), letters.parties(n), letters.part_names(n)) for n in range(4)]


@pytest.mark.parametrize("held", [0, module.HELD])
@pytest.mark.parametrize("hand", [0, module.HAND])
def test_packed_letters_are_the_same(corpus: Corpus, held: int, hand: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HELD", held)
    monkeypatch.setattr(module, "HAND", hand)
    paths = list(corpus.letter_paths())
    one, other = Letters(corpus, paths), Letters(corpus, paths)
    assert other.has_room == (held > 0)
    for numbers in (range(2), range(2, 4)):
        texts, packed = one.pack(numbers, kept=other.has_room)
        assert texts == [one[number] for number in numbers]
        other.unpack(packed)
    other.unpack(other.pack(range(4), kept=True)[1])  # read already
    assert told(one) == told(other) == told(other)
    assert one[:2] == [one[0], one[1]]
    first = one[0]
    assert [span.of(first.source) for span in first.parts] == ["Уважаемый!", "A note."]
    assert (first.names, first.notes, first.day) == (("text", "note:1"), (False, True), "1921-03-10")
    assert (one[1], one[1].notes) == (Text("", ()), ())
    assert one[3] == Text(one[3].source, (), (), "", "")
    assert (one.id(2), one.parties(0), one.parties(3)) == ("other", "G. Чичерин – Karov", " – ")
    assert list(map(str, one.problems.values())) == list(map(str, other.problems.values()))
    assert "no front matter" in str(one.problems[1])


def test_what_changes_meanwhile_is_told(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HELD", 0)
    letters = Letters(corpus, list(corpus.letter_paths()))
    _, packed = letters.pack(range(4), kept=False)
    (corpus.root / "b.txt").write_text(HEAD.format(id="b"), encoding="utf-8")
    (corpus.root / "c.txt").unlink()
    letters.unpack(packed)
    assert "changed while it was read" in str(letters.problems[1])
    with pytest.raises(InputError, match="no such file"):
        letters[2]


def test_parts_stand_where_they_stood(corpus: Corpus) -> None:
    letters = Letters(corpus, list(corpus.letter_paths()))
    assert letters[0].parts == tuple(letters.part_spans(0))
    assert letters[2].parts == (Span(len(letters[2].source) - 9, len(letters[2].source) - 1),)
