"""Changes to people.yaml: what they mean, and that comments and layout survive them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import UnknownNameError, UsageError, WriteError
from corpuscli.relations.people.changes import change, merge, rename
from corpuscli.store.corpus import open_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from corpuscli.store.corpus import Corpus

LETTER = "---\nid: {id}\ndate: 1921\nsenders: [{sender}]\nrecipients: [Unknown]\n---\nText.\n"


def _corpus(folder: Path, people: str | None, *senders: str) -> Corpus:
    (folder / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    if people is not None:
        (folder / "people.yaml").write_text(people, encoding="utf-8", newline="")
    for number, sender in enumerate(senders):
        letter = LETTER.format(id=f"l{number}", sender=sender)
        (folder / f"l{number}.txt").write_text(letter, encoding="utf-8")
    return open_corpus(folder)


MERGED = {
    "no variants": (
        "# all\na:   # one\n  name: A. Adams # name\n# between\nb:\n  name: B. Brown\n",
        "# all\na:   # one\n  name: A. Adams # name\n  variants: [Ann A., O'Hara]\n# between\nb:\n  name: B. Brown\n",
    ),
    "a list on one line": (
        "a:\n  variants: [A. A.] # so\n  name: A. Adams\n",
        "a:\n  variants: [A. A., Ann A., O'Hara] # so\n  name: A. Adams\n",
    ),
    "an empty list": ("a: {variants: [ ], name: A}\n", "a: {variants: [ Ann A., O'Hara], name: A}\n"),
    "items below each other": (
        "a:\n  variants:\n  - A. A.  # so\n  name: A\n",
        "a:\n  variants:\n  - A. A.  # so\n  - Ann A.\n  - O'Hara\n  name: A\n",
    ),
    "one text": ("a:\n  variants: A, A.\n", "a:\n  variants: ['A, A.', Ann A., O'Hara]\n"),
    "an empty value": ("a:\n  variants:\n", "a:\n  variants: [Ann A., O'Hara]\n"),
    "braces": ("a: {name: A}\n", "a: {name: A, variants: [Ann A., O'Hara]}\n"),
    "empty braces": ("a: {}\n", "a: {variants: [Ann A., O'Hara]}\n"),
    "a key alone": ("a: # one\nb:\n", "a: # one\n  variants: [Ann A., O'Hara]\nb:\n"),
    "carriage returns": ("a:\r\n  name: A", "a:\r\n  name: A\r\n  variants: [Ann A., O'Hara]"),
}


@pytest.mark.parametrize("case", MERGED)
def test_merging_adds_variants_and_leaves_the_rest(case: str, tmp_path: Path) -> None:
    before, after = MERGED[case]
    corpus = _corpus(tmp_path, before, "Ann A.", "O'Hara")
    changed = merge(corpus, "a", ["Ann A.", "o'hara"])
    assert changed.new == after
    assert changed.write("people merge")
    again = merge(open_corpus(tmp_path), "a", ["Ann A.", "O'Hara"])
    assert again.new == again.old
    assert not again.write("people merge")


ENTRIES = """\
# all
b:   # to be merged
  # whose name is this?
  name: B. Brown
  variants: [Bob]  # so
  refs:
    - "https://example.org/#b"
# one
a:
  name: A. Adams
c: {name: C}
"""


def test_merging_entries_moves_all_they_hold_and_keeps_comments(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path, ENTRIES)
    changed = merge(corpus, "A. Adams", ["b", "c"])
    assert changed.new == (
        "# all\n# to be merged\n# whose name is this?\n# so\n# one\n"
        "a:\n  name: A. Adams\n  variants: [B. Brown, Bob, C]\n  refs: ['https://example.org/#b']\n"
    )


def test_merging_a_person_into_itself_changes_nothing(tmp_path: Path) -> None:
    changed = merge(_corpus(tmp_path, ENTRIES), "a", ["A. Adams"])
    assert changed.new == changed.old


def test_merging_asks_whom(tmp_path: Path) -> None:
    people = "l: {name: L. Kamenev, variants: [Kamenev]}\ns: {name: S. Kamenev, variants: [Kamenev]}\na: {name: A}\n"
    corpus = _corpus(tmp_path, people, "Chicherin")
    with pytest.raises(UsageError, match="'Kamenev' is l or s; give the key"):
        merge(corpus, "Kamenev", ["a"])
    with pytest.raises(UsageError, match="'KAMENEV' is l or s; give the key"):
        merge(corpus, "a", ["KAMENEV"])
    with pytest.raises(UnknownNameError, match="unknown name 'Chicharin'; did you mean Chicherin"):
        merge(corpus, "a", ["Chicharin"])


def test_renaming_keeps_the_old_name(tmp_path: Path) -> None:
    changed = rename(_corpus(tmp_path, ENTRIES), "A. Adams", "Ann: Adams", "ann")
    assert "ann:\n  name: 'Ann: Adams'\n  variants: [A. Adams]\n" in changed.new
    (tmp_path / "people.yaml").write_text("a:\nb: {variants: [x]}\n", encoding="utf-8")
    assert rename(open_corpus(tmp_path), "a", "Ann").new == "a:\n  name: Ann\n  variants: [a]\nb: {variants: [x]}\n"
    assert rename(open_corpus(tmp_path), "b", "x").new == "a:\nb: {variants: [x, b], name: x}\n"
    assert rename(open_corpus(tmp_path), "b", "b").new == "a:\nb: {variants: [x]}\n"
    with pytest.raises(UsageError, match="the key 'b' is b's; choose another"):
        rename(open_corpus(tmp_path), "a", "", "b")


def test_adding_makes_keys_of_surnames(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path, "# who\nsmith: {name: J. Smith}")
    changed = change(corpus, ["add", "A. Smith", "CC of the Party", "李", "J Smith", "Unknown", "A. SMITH"])
    assert changed.new == (
        "# who\nsmith: {name: J. Smith}\nsmith-2:\n  name: A. Smith\ncc-of-the:\n  name: CC of the Party\n"
        "  body: 'true'\nperson:\n  name: 李\n"
    ).replace("'true'", "true")
    assert change(corpus, ["add", "J. Smith"]).new == changed.old


def test_adding_makes_the_register(tmp_path: Path) -> None:
    changed = change(_corpus(tmp_path, None), ["add", "A. Smith"])
    assert changed.old is None
    assert changed.write("people add")
    assert (tmp_path / "people.yaml").read_text("utf-8") == "smith:\n  name: A. Smith\n"


def test_a_layout_beyond_editing_is_left_alone(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path, "{a: {name: A}}\n", "Bob")
    with pytest.raises(WriteError, match="left alone; the change would make it unreadable"):
        change(corpus, ["add", "Bob"])
    corpus = _corpus(tmp_path, "a: {name: A, variants: [x, ]}\n", "Bob")
    with pytest.raises(WriteError, match="left alone"):
        merge(corpus, "a", ["Bob"])
    corpus = _corpus(tmp_path, "a: {name: A}\n--- # end\n...\n", "Bob")
    with pytest.raises(Exception, match="second YAML document"):
        merge(corpus, "a", ["Bob"])


@pytest.mark.parametrize("words", [["add"], ["merge", "a"], ["rename", "a"], ["rename", "a", "b", "c"]])
def test_missing_words_are_said(words: list[str], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"write: corpuscli people {words[0]}"):
        change(_corpus(tmp_path, ""), words)


def test_actions_go_by_their_words(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path, "a: {name: A}\n", "Bob")
    assert change(corpus, ["add", "Bob"]).new.endswith("bob:\n  name: Bob\n")
    assert "variants: [Bob]" in change(corpus, ["merge", "a", "Bob"]).new
    assert "name: Ann" in change(corpus, ["rename", "a", "Ann"]).new
    assert change(corpus, ["rename", "a"], "z").new == "z: {name: A}\n"
