from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from corpuscli.errors import InputError, WriteError
from corpuscli.store import outside
from corpuscli.store.making import make_corpus
from corpuscli.store.outside import replacing, write_text
from corpuscli.store.writing import disk


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_old_file_stands_until_the_new_one_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    path.chmod(0o600)
    with replacing(str(path)) as file:
        file.write("new")
        assert path.read_text() == "old"
    assert (path.read_text(), path.stat().st_mode & 0o777, names(tmp_path)) == ("new", 0o600, ["out.csv"])
    with pytest.raises(ZeroDivisionError), replacing(str(path)) as file:
        raise ZeroDivisionError
    assert (path.read_text(), names(tmp_path)) == ("new", ["out.csv"])


def test_what_a_killed_run_left_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    for mark in ("", str(os.getpid())):
        Path(disk.temporary_name(str(path), mark)).write_text("half")
    write_text(str(path), "new")
    assert path.read_text() == "new"


def test_two_that_write_the_same_file_do_not_mix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.csv"
    with replacing(str(path)) as file:
        file.write("first")
        with monkeypatch.context() as patch:
            patch.setattr(outside.os, "getpid", lambda: 1)
            write_text(str(path), "second")
    assert (path.read_text(), names(tmp_path)) == ("first", ["out.csv"])


def test_a_link_is_followed_and_a_pipe_is_written_into(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to("target")
    write_text(str(tmp_path / "link"), "new")
    assert ((tmp_path / "link").is_symlink(), (tmp_path / "target").read_text()) == (True, "new")
    assert outside._is_stream(os.devnull)  # only looked at: a fault here would replace the machine's own
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write_text(str(pipe), "x")
    reader.join()
    assert read == ["x"]


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, words in ((tmp_path, "directory"), (tmp_path / "no/x", "No such")):
        with pytest.raises(WriteError, match=f"{path}: .*{words}.*: nothing was written"):
            write_text(str(path), "x")

    def gone(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(outside, "_whole", gone)
    with pytest.raises(BrokenPipeError):
        write_text(str(tmp_path / "x"), "x")


def test_where_there_are_no_modes_none_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(outside.os, "fchmod")
    write_text(str(tmp_path / "x"), "1")
    write_text(str(tmp_path / "x"), "2")
    assert (tmp_path / "x").read_text() == "2"


@pytest.mark.parametrize("call", ["write", "fsync", "link", "open"])
def test_half_a_corpus_yaml_is_never_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """Also a killed run leaves none: the file gets its name when it is complete."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(disk.os, call, full)
        if call == "link":
            patch.setattr(disk.os, "rename", full)
        with pytest.raises(InputError, match="cannot be made: No space left"):
            make_corpus(str(tmp_path / "a/letters"))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert len(make_corpus(str(tmp_path / "a/letters"))) == 2
    assert names(tmp_path / "a/letters") == ["corpus.yaml", "people.yaml"]
    (tmp_path / "a/letters/people.yaml").unlink()
    assert len(make_corpus(str(tmp_path / "a/letters"))) == 1
    assert make_corpus(str(tmp_path / "a/letters")) == ()
