"""What a person gives for a key, by whatever command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

LETTER = "---\nid: 1921-a-b\ndate: 1921\nsenders:\n  - A\nrecipients:\n  - B\n---\nText.\n"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus.yaml").write_text("title: T\nfields: [shelf]\n", encoding="utf-8")
    (tmp_path / "people.yaml").write_text("empty:\n  name: ''\n", encoding="utf-8")
    (tmp_path / "1921-a-b.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "text").write_text("Another text.", encoding="utf-8")
    return tmp_path


_ADD = ("add", "text", "--date", "1922", "--recipient", "B")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*_ADD, "--sender", ""), "senders: '' says nothing"),
        ((*_ADD, "--sender", " "), "senders: ' ' says nothing"),
        ((*_ADD, "--sender", ";"), "senders: ';' says nothing"),
        ((*_ADD, "--sender", "A", "--tag", ""), "tags: '' says nothing"),
        ((*_ADD, "--sender", "A", "--source", ""), "source: '' says nothing"),
        ((*_ADD, "--sender", "A", "--language", "English"), "'English' is no language tag"),
        ((*_ADD, "--sender", "A", "--set", "language=deu"), "is written 'de'"),
        ((*_ADD, "--sender", "A", "--set", "box=12"), "a key of your own: x-box, or under fields in corpus.yaml"),
        (("set", "--all", "language=English"), "'English' is no language tag"),
        (("set", "--all", "tags+=;"), "tags: ';' says nothing"),
        (("set", "--all", "box=12"), "unknown key 'box' (a key of your own: x-box"),
        (("set", "place=Moscow", "1921-a-b"), "--where id:ID"),
        (("people", "add", ""), "a name that says nothing"),
        (("people", "add", "A", " "), "a name that says nothing"),
        (("people", "rename", "empty", ""), "a name that says nothing"),
    ],
)
def test_what_says_nothing_or_cannot_be_held_is_refused(
    corpus: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    before = {path.name: path.read_bytes() for path in corpus.iterdir() if path.is_file()}
    assert run(list(words)) == 2
    assert said in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in corpus.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    ("words", "senders", "tags"),
    [
        (("senders=A; C",), ("A", "C"), ()),
        (("senders+=C;D", "senders-=A"), ("C", "D"), ()),
        (("senders=A", "senders=C;D"), ("A", "C", "D"), ()),
        (("tags=gold; Turkey", "shelf=9; 10"), ("A",), ("gold", "Turkey")),
    ],
)
def test_parties_and_tags_are_parted_at_semicolons_as_tables_print_them(
    corpus: Path, words: tuple[str, ...], senders: tuple[str, ...], tags: tuple[str, ...]
) -> None:
    from corpuscli import open_corpus

    assert run(["set", "--all", *words]) == 0
    letter = next(iter(open_corpus(corpus).letters()))
    assert (letter.all("senders"), letter.all("tags")) == (senders, tags)


def test_two_senders_of_one_option_are_two(corpus: Path) -> None:
    from corpuscli import open_corpus

    assert run([*_ADD, "--sender", "A. Borin; C. Dorin", "--source", "RGASPI. F. 5; 6", "--set", "tags=x;y"]) == 0
    letter = next(one for one in open_corpus(corpus).letters() if one.id == "1922-borin-b")
    assert letter.all("senders") == ("A. Borin", "C. Dorin")
    assert letter.all("source") == ("RGASPI. F. 5; 6",)
    assert letter.all("tags") == ("x", "y")


def test_an_entry_with_an_empty_name_is_called_by_its_key(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["people", "--format", "csv"]) == 0
    assert "empty" in capsys.readouterr().out
    assert (corpus / "people.yaml").exists()
