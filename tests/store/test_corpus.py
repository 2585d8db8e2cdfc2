from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import EncodingError, InputError, NoCorpusError
from corpuscli.store.corpus import is_letter_name, open_corpus, shown_path
from corpuscli.store.files import read_bytes, read_text
from corpuscli.store.whereabouts import find_root

if TYPE_CHECKING:
    from pathlib import Path

LETTER = "---\nid: a\ndate: 1921\nsenders:\n  - A\nrecipients:\n  - B\n---\nText.\n"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    root = tmp_path / "letters"
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", "_draft.txt", "_off/d.txt", "notes.pdf", "10.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(LETTER, encoding="utf-8")
    (root / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    return root


def test_letters_come_in_a_stable_order(letters: Path) -> None:
    assert list(open_corpus(letters).letter_paths()) == ["10.txt", "a.md", "b.txt", "sub/c.txt"]


def test_linked_folders_are_not_entered(letters: Path) -> None:
    (letters / "loop").symlink_to(letters, target_is_directory=True)
    assert "loop/b.txt" not in list(open_corpus(letters).letter_paths())


def test_one_bad_letter_leaves_the_others(letters: Path) -> None:
    (letters / "a.md").write_bytes(b"---\nid: \xff\n---\n")
    found = list(open_corpus(letters).letters())
    assert [type(item).__name__ for item in found] == ["Letter", "EncodingError", "Letter", "Letter"]


def test_the_corpus_is_found_upwards_and_below_letters(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CORPUSCLI_CORPUS", raising=False)
    assert find_root(None, None, letters / "sub") == letters
    assert find_root(None, None, letters.parent) == letters
    assert find_root(None, str(letters)) == letters
    assert find_root(str(letters), "elsewhere") == letters
    with pytest.raises(NoCorpusError, match="init"):
        find_root(str(letters / "sub"))


def test_no_corpus_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoCorpusError, match="corpuscli init"):
        find_root(None, None, tmp_path)


def test_paths_are_shown_relative_inside_and_absolute_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown_path(str(tmp_path / "a" / "b.txt")) == "a/b.txt"
    assert shown_path("/elsewhere/b.txt") == "/elsewhere/b.txt"


def test_the_error_of_a_letter_names_the_path_to_show(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(letters.parent)
    (letters / "sub/c.txt").write_text("nothing", encoding="utf-8")
    with pytest.raises(InputError, match=r"letters/sub/c\.txt:1:1: no front matter"):
        open_corpus(letters).read("sub/c.txt")


@pytest.mark.parametrize(
    ("name", "is_one"), [("a.txt", True), ("a.md", True), (".a.txt", False), ("_a.txt", False), ("a.yaml", False)]
)
def test_letter_names(name: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_letter_name(name) is is_one


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"ab\nc\xff", "f:2:2: not UTF-8: convert"),
        ("Привет".encode("utf-16"), "f:1:1: not UTF-8 but UTF-16"),
        ("Дорогой товарищ".encode("windows-1251"), "f:1:1: not UTF-8, perhaps windows-1251"),
        (b"\x89PNG\0\xff", "f:1:1: not text but binary data: save it as plain text (UTF-8)"),
    ],
)
def test_other_encodings_are_named(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "f").write_bytes(data)
    with pytest.raises(EncodingError) as raised:
        read_text(str(tmp_path / "f"), "f")
    assert str(raised.value).startswith(said)


def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, said in (
        ("pipe", "no regular file"),
        ("gone", "no such file"),
        (".", "folder"),
        ("a\0b", "cannot be read"),
    ):
        with pytest.raises(InputError, match=said):
            read_bytes(f"{tmp_path}/{name}", name)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 11)
    with pytest.raises(InputError, match="larger"):
        read_bytes(str(tmp_path / "large"), limit=10)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission_is_said(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"")
    (tmp_path / "secret").chmod(0)
    with pytest.raises(InputError, match="permission"):
        read_bytes(str(tmp_path / "secret"))
