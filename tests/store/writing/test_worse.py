"""What goes wrong while what went wrong is taken back; and what no other test of the writer comes by."""

from __future__ import annotations

import errno
import os
import time
from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import ChangedError, LockedError, UndoError, WriteError
from corpuscli.model.edit import Edit
from corpuscli.model.span import Span
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.writing import disk, gitindex, lock, making, place, shelf
from corpuscli.store.writing.rewrite import rewrite
from corpuscli.store.writing.settling import settle
from corpuscli.store.writing.transaction import Transaction
from corpuscli.store.writing.undo import undo_last

if TYPE_CHECKING:
    from pathlib import Path


def put(root: Path, name: str, data: bytes) -> None:
    job = Transaction(root, "put")
    path = root / name
    job.replace(name, path.read_bytes(), data) if path.exists() else job.create(name, data)
    job.commit()


def failing(patch: pytest.MonkeyPatch, first: BaseException, worse: BaseException) -> None:
    """Let the deciding rename fail, and then the roll-back."""

    def fail(problem: BaseException) -> object:
        raise problem

    patch.setattr(making, "_decide", lambda *_: fail(first))
    patch.setattr(making, "roll_back", lambda *_, **__: fail(worse))


@pytest.mark.parametrize(
    ("first", "worse", "said"),
    [
        (OSError(errno.EIO, "No luck", "a.txt"), OSError(errno.EROFS, "Worse"), "a.txt: No luck"),
        (OSError(errno.EIO, "No luck", "a.txt"), WriteError("b.txt: Worse: nothing was changed"), "a.txt: No luck"),
        (ChangedError("a.txt: has changed"), OSError(errno.EROFS, "Worse", "b.txt"), "b.txt: Worse"),
        (KeyboardInterrupt(), WriteError("b.txt: Worse: nothing was changed"), "b.txt: Worse"),
    ],
)
def test_what_cannot_be_taken_back_is_left_to_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: BaseException, worse: BaseException, said: str
) -> None:
    put(tmp_path, "a.txt", b"a")
    with monkeypatch.context() as patch:
        failing(patch, first, worse)
        with pytest.raises(WriteError) as raised:
            put(tmp_path, "a.txt", b"A")
    words = str(raised.value).rpartition("/")[2]
    assert words == f"{said}: stopped half way; the next command that writes will roll it back"
    assert (tmp_path / "a.txt").read_bytes() == b"A"
    settle(tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == b"a"


@pytest.mark.parametrize("call", ["sync_folder", "drop"])
def test_what_is_done_but_may_not_last_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    put(tmp_path, "a.txt", b"a")
    real = making._decide

    def decide(*given: object) -> None:
        real(*given)

        def fail(*_: object) -> None:
            raise OSError(errno.EIO, "No luck")

        monkeypatch.setattr(making, call, fail)

    monkeypatch.setattr(making, "_decide", decide)
    with pytest.raises(WriteError, match=r"undo: No luck: all is changed, but it is uncertain whether that lasts$"):
        undo_last(tmp_path) if call == "drop" else put(tmp_path, "a.txt", b"A")
    assert (tmp_path / "a.txt").exists() == (call != "drop")
    monkeypatch.undo()
    put(tmp_path, "b.txt", b"b")
    assert (tmp_path / "a.txt").exists() == (call != "drop")
    assert [entry.state for entry in shelf.entries(str(tmp_path / ".corpuscli"))] == [""] * (3 if call != "drop" else 1)


def test_a_roll_back_leaves_what_somebody_else_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        put(tmp_path, name, b"old")

    def meddle(*_: object) -> None:
        (tmp_path / "b.txt").write_bytes(b"theirs")
        (tmp_path / "a.txt").unlink()
        raise ChangedError("no")

    job = Transaction(tmp_path, "x")
    for name in ("a.txt", "b.txt", "c.txt"):
        job.replace(name, b"old", b"new")
    monkeypatch.setattr(making, "_decide", meddle)
    with pytest.raises(ChangedError):
        job.commit()
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.txt")} == {"b.txt": b"theirs", "c.txt": b"old"}


def test_a_name_given_twice_by_a_kill_is_rolled_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new file had its name, and had its temporary one yet; the file after it had none."""

    def link(temporary: str, target: str) -> None:
        os.link(temporary, target)
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(making, "name_new", link)
        patch.setattr(making, "_take_back", lambda *_: None)
        job = Transaction(tmp_path, "x")
        for name in ("a.txt", "b.txt"):
            job.create(name, b"new")
        with pytest.raises(SystemExit):
            job.commit()
    assert (tmp_path / "a.txt").stat().st_nlink == 2
    put(tmp_path, "c.txt", b"c")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".corpuscli", "c.txt"]


def test_files_behind_one_that_has_its_old_bytes_are_rolled_back_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "a.txt", b"a")
    put(tmp_path, "b.txt", b"b")
    with monkeypatch.context() as patch:
        failing(patch, SystemExit(), OSError(errno.EIO, "No luck"))
        job = Transaction(tmp_path, "x")
        job.replace("a.txt", b"a", b"A")
        job.replace("b.txt", b"b", b"B")
        with pytest.raises(WriteError):
            job.commit()
    (tmp_path / "a.txt").write_bytes(b"a")
    settle(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.txt")} == {"a.txt": b"a", "b.txt": b"b"}


def test_an_undo_that_had_happened_is_not_rolled_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", b"a")
    with monkeypatch.context() as patch:
        patch.setattr(making, "_let_last", lambda *_: (_ for _ in ()).throw(SystemExit))
        with pytest.raises(SystemExit):
            undo_last(tmp_path)
    assert [entry.state for entry in shelf.entries(str(tmp_path / ".corpuscli"))] == [".scrap", ".pending"]
    settle(tmp_path)
    assert not (tmp_path / "a.txt").exists()
    assert shelf.entries(str(tmp_path / ".corpuscli")) == []


def test_a_rename_may_change_the_bytes(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", b"a")
    job = Transaction(tmp_path, "x")
    job.rename("a.txt", "b.txt", b"a", b"b")
    job.commit()
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.txt")} == {"b.txt": b"b"}


def test_only_the_keys_that_are_named_may_change(tmp_path: Path) -> None:
    letter = parse_letter("---\nid: a\n---\nText.\n", "a.txt")
    job = Transaction(tmp_path, "x")
    assert rewrite(job, letter, [Edit(Span(8, 9), "b")], frozenset({"id"})) == "---\nid: b\n---\nText.\n"
    with pytest.raises(WriteError, match="another key"):
        rewrite(job, letter, [Edit(Span(8, 9), "b")])


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (OSError(errno.EIO, "No luck", "/x/a.txt"), "/x/a.txt: No luck: nothing was changed"),
        (OSError(errno.EIO, "No luck"), "/root: No luck: nothing was changed"),
        (OSError(errno.EIO, "No luck", 7), "/root: No luck: nothing was changed"),
        (OSError("odd"), "/root: odd: nothing was changed"),
    ],
)
def test_what_the_system_says_bears_a_name(problem: OSError, said: str) -> None:
    assert str(disk.said(problem, "/root")) == said


def test_what_settling_meets_bears_the_name_of_the_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: str) -> list[str]:
        raise OSError(errno.EIO, "No luck")

    monkeypatch.setattr(shelf.os, "listdir", fail)
    with pytest.raises(WriteError, match=rf"^{tmp_path}: No luck: nothing was changed$"):
        settle(tmp_path)


def test_a_lock_of_any_bytes_names_nobody(tmp_path: Path) -> None:
    with lock.locked(str(tmp_path)):
        for data in (b"\xff\xfe", b"12x", b"-5", "٣".encode()):
            (tmp_path / "lock").write_bytes(data)
            with pytest.raises(LockedError, match="by another process:"), lock.locked(str(tmp_path), patience=0):
                pass


def test_asking_whether_a_process_runs_does_it_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(lock.os, "kill", lambda *given: asked.append(given))
    assert lock._runs(7)
    assert asked == [(7, 0)]
    monkeypatch.setattr(lock.os, "name", "nt")
    assert lock._runs(8)
    assert asked == [(7, 0)]


def test_what_cannot_be_removed_quietly_stays(tmp_path: Path) -> None:
    disk.remove_quietly(str(tmp_path / "none"))
    disk.remove_quietly(str(tmp_path))
    disk.remove_folder_quietly(str(tmp_path / "none"))
    shelf.empty(shelf.Entry(1, 1, shelf.SCRAP, str(tmp_path / "none")))
    assert tmp_path.exists()


def test_a_folder_that_cannot_be_looked_at_is_no_place(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"File name too long$"):
        place.confined(tmp_path, "x" * 300 + "/y/a.txt")


def test_a_damaged_old_file_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", b"a")
    put(tmp_path, "a.txt", b"A")
    old = tmp_path / ".corpuscli/undo/000002/0.old"
    old.write_bytes(b"evil")
    with pytest.raises(UndoError, match=r"000002: the record is damaged \(0\.old is not what it was\); drop all"):
        undo_last(tmp_path)
    old.unlink()
    with pytest.raises(UndoError, match=r"000002: the record is damaged \(no such file\); drop all"):
        undo_last(tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == b"A"


def test_an_offset_that_has_no_end() -> None:
    assert gitindex._varint(b"\x80", 0) == (0, 1)
    assert gitindex._varint(b"", 0) == (-1, 0)


def test_folders_that_were_made_go_with_what_is_rolled_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        failing(patch, SystemExit(), OSError(errno.EIO, "No luck"))
        with pytest.raises(WriteError):
            put(tmp_path, "sub/deep/a.txt", b"a")
    settle(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".corpuscli"]


@pytest.mark.parametrize("mode", [0o777, 0o700, 0o604])
def test_every_mode_comes_back(tmp_path: Path, mode: int) -> None:
    put(tmp_path, "a.txt", b"a")
    (tmp_path / "a.txt").chmod(mode)
    put(tmp_path, "a.txt", b"A")
    (before,) = undo_last(tmp_path).paths
    assert (before, (tmp_path / before).stat().st_mode & 0o7777) == ("a.txt", mode)


def test_what_was_undone_says_when_it_ran(tmp_path: Path) -> None:
    begun = time.time()
    put(tmp_path, "a.txt", b"a")
    assert begun <= undo_last(tmp_path).time <= time.time()
    with pytest.raises(UndoError, match=r"^nothing to undo$"):
        undo_last(tmp_path)
