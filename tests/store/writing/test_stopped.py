"""Commands that were stopped, disks that are full, and renames of which it is not known whether they were made."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import UndoError, WriteError
from corpuscli.store.writing import making, shelf, undo
from corpuscli.store.writing.settling import open_to_write, settle
from corpuscli.store.writing.transaction import Transaction
from corpuscli.store.writing.undo import forget, history, undo_last

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class KilledError(BaseException):
    """The process is gone."""


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.txt"))}


def write(root: Path, batch_of: int | None = None, **new: bytes) -> int | None:
    """Create files, or replace those that stand."""
    job = Transaction(root, "write " + " ".join(new))
    for name, data in new.items():
        path = root / f"{name}.txt"
        if path.exists():
            job.replace(path.name, path.read_bytes(), data)
        else:
            job.create(path.name, data)
    return job.commit(batch_of=batch_of)


def killed_while(monkeypatch: pytest.MonkeyPatch, work: Callable[[], object]) -> None:
    """Kill a command when all its files are renamed, and before it has happened."""

    def kill(*_: object) -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(making, "_decide", kill)
        patch.setattr(making, "_take_back", lambda *_: None)
        with pytest.raises(KilledError):
            work()


def fails(name: str, number: int, patch: pytest.MonkeyPatch, *, made: bool = False, at: str = "") -> list[str]:
    """Let a call to the disk fail, or say that it does; return the paths it was asked for."""
    real, asked = getattr(os, name), list[str]()

    def call(*given: object) -> object:
        asked.append(str(given[-1]))
        if at not in str(given):
            return real(*given)
        if made:
            real(*given)
        raise OSError(number, os.strerror(number))

    patch.setattr(os, name, call)
    return asked


def test_what_was_stopped_is_rolled_back_before_a_command_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corpus.yaml").write_text("title: x\n")
    settle(tmp_path)
    assert not (tmp_path / ".corpuscli").exists()
    write(tmp_path, a=b"a", b=b"b")
    killed_while(monkeypatch, lambda: write(tmp_path, a=b"A", b=b"B"))
    open_to_write(str(tmp_path), dry_run=True)
    assert files(tmp_path) == {"a.txt": b"A", "b.txt": b"B"}
    assert open_to_write(str(tmp_path)).root == tmp_path
    assert files(tmp_path) == {"a.txt": b"a", "b.txt": b"b"}
    assert [done.command for done in history(tmp_path)] == ["write a b"]


def test_a_stopped_command_is_what_undo_takes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=b"a")
    killed_while(monkeypatch, lambda: write(tmp_path, b=b"b"))
    done = undo_last(tmp_path)
    assert (done.command, done.paths, files(tmp_path)) == ("write b", ("b.txt",), {"a.txt": b"a"})
    assert undo_last(tmp_path).command == "write a"


def test_all_batches_of_a_stopped_import_are_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=b"a")
    first = write(tmp_path, b=b"b")
    killed_while(monkeypatch, lambda: write(tmp_path, first, c=b"c"))
    assert undo_last(tmp_path).paths == ("b.txt", "c.txt")
    assert files(tmp_path) == {"a.txt": b"a"}


def test_a_stopped_undo_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=b"a")
    write(tmp_path, a=b"A")
    killed_while(monkeypatch, lambda: undo_last(tmp_path))
    assert undo_last(tmp_path).command == "write a"
    assert files(tmp_path) == {"a.txt": b"a"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_no_reason_not_to_undo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    first = write(tmp_path, a=b"a")
    (tmp_path / "a.txt").chmod(0o640)
    write(tmp_path, first, a=b"A", b=b"b")
    with monkeypatch.context() as patch:
        fails("write", number, patch)
        fails("mkdir", number, patch)
        with pytest.raises(WriteError, match=os.strerror(number)):
            write(tmp_path, c=b"c")
        assert undo_last(tmp_path).paths == ("a.txt", "b.txt")
    assert files(tmp_path) == {}
    with pytest.raises(UndoError, match="nothing to undo"):
        undo_last(tmp_path)
    write(tmp_path, a=b"a", sub=b"")
    (tmp_path / "a.txt").chmod(0o640)
    write(tmp_path, a=b"A")
    with monkeypatch.context() as patch:
        fails("write", number, patch)
        undo_last(tmp_path)
    assert (files(tmp_path)["a.txt"], (tmp_path / "a.txt").stat().st_mode & 0o777) == (b"a", 0o640)


def test_an_undo_on_a_full_disk_that_stops_half_way_is_brought_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a=b"a", b=b"b")
    write(tmp_path, a=b"A", b=b"B")
    with monkeypatch.context() as patch:
        fails("write", errno.ENOSPC, patch)
        fails("replace", errno.EIO, patch, at="a.txt")
        with pytest.raises(WriteError, match=r"Input/output error: stopped half way; undo once more brings it to its"):
            undo_last(tmp_path)
    assert files(tmp_path) == {"a.txt": b"A", "b.txt": b"b"}
    assert undo_last(tmp_path).command == "write a b"
    assert files(tmp_path) == {"a.txt": b"a", "b.txt": b"b"}
    with monkeypatch.context() as patch:
        fails("write", errno.ENOSPC, patch)
        patch.setattr(undo, "roll_back", lambda *_: (_ for _ in ()).throw(WriteError("a.txt: odd")))
        with pytest.raises(WriteError, match=r"^a\.txt: odd: stopped half way; undo once more"):
            undo_last(tmp_path)


def test_another_error_than_a_full_disk_ends_an_undo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=b"a")
    with monkeypatch.context() as patch:
        fails("write", errno.EIO, patch)
        with pytest.raises(WriteError, match="nothing was changed"):
            undo_last(tmp_path)
    assert files(tmp_path) == {"a.txt": b"a"}


@pytest.mark.parametrize("undoes", [False, True])
def test_when_the_deciding_rename_fails_all_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undoes: object
) -> None:
    write(tmp_path, a=b"a")
    with monkeypatch.context() as patch:
        fails("rename", errno.EROFS, patch, at="000001.scrap" if undoes else "/000002')")
        with pytest.raises(WriteError, match="Read-only file system: nothing was changed"):
            undo_last(tmp_path) if undoes else write(tmp_path, a=b"A")
    assert files(tmp_path) == {"a.txt": b"a"}
    assert [done.command for done in history(tmp_path)] == ["write a"]
    write(tmp_path, b=b"b")
    assert files(tmp_path) == {"a.txt": b"a", "b.txt": b"b"}


@pytest.mark.parametrize("undoes", [False, True])
def test_a_deciding_rename_that_was_made_though_it_says_no_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undoes: object
) -> None:
    write(tmp_path, a=b"a")
    with monkeypatch.context() as patch:
        fails("rename", errno.EIO, patch, made=True, at="000001.scrap" if undoes else "/000002')")
        undo_last(tmp_path) if undoes else write(tmp_path, a=b"A")
    assert files(tmp_path) == ({} if undoes else {"a.txt": b"A"})
    assert len(history(tmp_path)) == (0 if undoes else 2)
    assert [e.state for e in shelf.entries(str(tmp_path / ".corpuscli"))] == ([] if undoes else ["", ""])


def test_an_interrupt_at_the_deciding_rename_takes_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = making._decide

    def decide(*given: object) -> None:
        real(*given)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(making, "_decide", decide)
        with pytest.raises(KeyboardInterrupt):
            write(tmp_path, a=b"a")
    assert files(tmp_path) == {"a.txt": b"a"}
    assert undo_last(tmp_path).paths == ("a.txt",)


def test_records_are_dropped_for_good_before_their_files_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (b"1", b"2", b"3"):
        write(tmp_path, a=data)
    said: list[str] = []
    real_sync, real_unlink = shelf.sync_folder, shelf.remove_quietly
    monkeypatch.setattr(shelf, "sync_folder", lambda folder: (said.append("sync"), real_sync(folder)))
    monkeypatch.setattr(shelf, "remove_quietly", lambda path: (said.append("unlink"), real_unlink(path)))
    assert forget(tmp_path) == 3
    assert said == ["sync", *["unlink"] * 5]
    assert forget(tmp_path) == 0
    assert said == ["sync", *["unlink"] * 5]
