"""Somebody else is at work in the folder while the writer is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import ChangedError, UndoError, WriteError
from corpuscli.store.writing import making, place
from corpuscli.store.writing.transaction import Transaction
from corpuscli.store.writing.undo import history, undo_last

if TYPE_CHECKING:
    from pathlib import Path


def create(root: Path, name: str = "b.txt") -> int | None:
    job = Transaction(root, "create")
    job.create(name, b"b")
    return job.commit()


def test_the_place_is_checked_as_the_writer_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    real = making.write_synced

    def meddled(path: str, *given: object) -> None:
        real(path, *given)
        if path.endswith(".tmp"):
            (tmp_path / "a.txt").write_bytes(b"saved by an editor")

    monkeypatch.setattr(making, "write_synced", meddled)
    job = Transaction(tmp_path, "x")
    job.create("first.txt", b"1")
    job.replace("a.txt", b"a", b"A")
    with pytest.raises(ChangedError, match="has changed since it was read"):
        job.commit()
    assert {p.name: p.read_bytes() for p in tmp_path.glob("*.txt")} == {"a.txt": b"saved by an editor"}
    assert history(tmp_path) == []

    def gone(path: str, *given: object) -> None:
        real(path, *given)
        if path.endswith(".tmp"):
            (tmp_path / "a.txt").unlink(missing_ok=True)

    monkeypatch.setattr(making, "write_synced", gone)
    job = Transaction(tmp_path, "x")
    job.replace("a.txt", b"saved by an editor", b"A")
    with pytest.raises(ChangedError, match="has changed since it was read"):
        job.commit()
    assert not list(tmp_path.glob("*.txt"))


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: object) -> None:
    real = making.write_synced

    def meddled(path: str, *given: object) -> None:
        real(path, *given)
        if path.endswith(".tmp"):
            (tmp_path / "a.txt").write_bytes(b"theirs")

    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(making, "write_synced", meddled)
    if not links:
        monkeypatch.setattr(making.os, "link", no_links)
    with pytest.raises(ChangedError, match=r"a\.txt: is there already"):
        create(tmp_path, "a.txt")
    assert (tmp_path / "a.txt").read_bytes() == b"theirs"
    assert [path.name for path in tmp_path.iterdir() if path.name != ".corpuscli"] == ["a.txt"]


def test_a_file_system_without_hard_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(making.os, "link", no_links)
    create(tmp_path)
    assert (tmp_path / "b.txt").read_bytes() == b"b"


def test_the_same_file_twice_is_refused(tmp_path: Path) -> None:
    job = Transaction(tmp_path, "x")
    job.create("a.txt", b"1")
    job.create("a.txt", b"2")
    with pytest.raises(WriteError, match="changed twice"):
        job.commit()


def test_a_check_under_the_lock_may_refuse(tmp_path: Path) -> None:
    def refuse() -> None:
        raise UndoError("no")

    job = Transaction(tmp_path, "x")
    job.create("a.txt", b"1")
    with pytest.raises(UndoError, match="no"):
        job.commit(check=refuse)
    assert not (tmp_path / "a.txt").exists()
    job.commit(check=lambda: None)
    assert (tmp_path / "a.txt").exists()


@pytest.mark.parametrize("target", ["dir.txt", "pipe.txt", "big.txt", "a.txt/b.txt", "x" * 300])
def test_what_is_no_place_for_a_letter_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "dir.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_bytes(b"a")
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(place.MAX_BYTES + 1)
    job = Transaction(tmp_path, "x")
    job.replace(target, b"a", b"b")
    with pytest.raises(WriteError):
        job.commit()


def test_a_file_swapped_for_a_link_between_two_looks_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    seen = os.lstat(tmp_path / "a.txt")
    (tmp_path / "a.txt").unlink()
    (tmp_path / "a.txt").symlink_to("b.txt")
    monkeypatch.setattr(place.os, "lstat", lambda _path: seen)
    with pytest.raises(WriteError, match="symbolic links"):
        place.read_own(str(tmp_path / "a.txt"))


def test_names_of_255_bytes_can_be_written(tmp_path: Path) -> None:
    name = "п" * 125 + ".txt"
    create(tmp_path, name)
    undo_last(tmp_path)
    assert not (tmp_path / name).exists()
