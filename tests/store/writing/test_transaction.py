from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import ChangedError, UndoError, WriteError
from corpuscli.store.writing.shelf import KEPT
from corpuscli.store.writing.transaction import Transaction
from corpuscli.store.writing.undo import forget, history, undo_last

if TYPE_CHECKING:
    from pathlib import Path


def files(root: Path) -> dict[str, bytes]:
    return {
        p.relative_to(root).as_posix(): p.read_bytes()
        for p in sorted(root.rglob("*"))
        if p.is_file() and ".corpuscli" not in p.relative_to(root).parts
    }


def write(root: Path, **changes: tuple[bytes | None, bytes | None]) -> None:
    job = Transaction(root, "test")
    for name, (old, new) in changes.items():
        path = name.replace("__", "/") + ".txt"
        if old is None:
            job.create(path, new or b"")
        elif new is None:
            job.remove(path, old)
        else:
            job.replace(path, old, new)
    job.commit()


def test_nothing_to_do_leaves_no_trace(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"a")
    write(tmp_path, a=(b"a", b"a"))
    assert not (tmp_path / ".corpuscli").exists()
    with pytest.raises(UndoError, match="nothing to undo"):
        undo_last(tmp_path)


def test_files_are_created_replaced_removed_and_brought_back(tmp_path: Path) -> None:
    write(tmp_path, a=(None, b"a"), sub__b=(None, b"b"))
    (tmp_path / "a.txt").chmod(0o640)
    write(tmp_path, a=(b"a", b"A"), sub__b=(b"b", None), c=(None, b"c"))
    assert files(tmp_path) == {"a.txt": b"A", "c.txt": b"c"}
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640
    done = undo_last(tmp_path)
    assert (done.command, sorted(done.paths)) == ("test", ["a.txt", "c.txt", "sub/b.txt"])
    assert files(tmp_path) == {"a.txt": b"a", "sub/b.txt": b"b"}
    undo_last(tmp_path)
    assert files(tmp_path) == {}


@pytest.mark.parametrize("mode", [0o640, 0o044, 0o000, 0o755])
def test_what_was_removed_comes_back_with_its_mode(tmp_path: Path, mode: int) -> None:
    write(tmp_path, a=(None, b"a"))
    (tmp_path / "a.txt").chmod(mode)
    if not os.access(tmp_path / "a.txt", os.R_OK):
        pytest.skip("only the administrator reads a file without a mode")
    write(tmp_path, a=(b"a", None))
    undo_last(tmp_path)
    assert (tmp_path / "a.txt").stat().st_mode & 0o7777 == mode


def test_a_rename_keeps_the_bytes(tmp_path: Path) -> None:
    write(tmp_path, a=(None, b"a"))
    job = Transaction(tmp_path, "rename")
    job.rename("a.txt", "b.txt", b"a")
    job.commit()
    assert files(tmp_path) == {"b.txt": b"a"}
    assert [r.command for r in history(tmp_path)] == ["rename", "test"]


@pytest.mark.parametrize("changes", [{"a": (b"other", b"A")}, {"gone": (b"x", b"y")}, {"a": (None, b"A")}])
def test_what_is_not_as_it_was_read_is_refused_and_all_stays(
    tmp_path: Path, changes: dict[str, tuple[bytes | None, bytes | None]]
) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    with pytest.raises(ChangedError):
        write(tmp_path, first=(None, b"1"), **changes)
    assert files(tmp_path) == {"a.txt": b"a"}


@pytest.mark.parametrize("path", ["../a.txt", "/a.txt", "a/../b.txt", "", "a\0b", "link/a.txt", "./a.txt"])
def test_no_path_leaves_the_corpus(tmp_path: Path, path: str) -> None:
    root = tmp_path / "letters"
    root.mkdir()
    (root / "link").symlink_to(tmp_path)
    job = Transaction(root, "test")
    job.create(path, b"x")
    with pytest.raises(WriteError):
        job.commit()
    assert list(tmp_path.glob("*.txt")) == []


def test_links_are_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    (tmp_path / "s.txt").symlink_to("a.txt")
    os.link(tmp_path / "a.txt", tmp_path / "h.txt")
    for name in ("s", "h"):
        with pytest.raises(WriteError, match="link"):
            write(tmp_path, **{name: (b"a", b"A")})
    assert (tmp_path / "s.txt").is_symlink()
    assert (tmp_path / "h.txt").read_bytes() == b"a"


def test_undo_refuses_where_a_file_has_changed_since(tmp_path: Path) -> None:
    write(tmp_path, a=(None, b"a"), b=(None, b"b"))
    (tmp_path / "b.txt").write_bytes(b"mine")
    with pytest.raises(UndoError, match=r"b\.txt"):
        undo_last(tmp_path)
    assert files(tmp_path) == {"a.txt": b"a", "b.txt": b"mine"}


def test_a_failure_on_the_way_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=(None, b"a"), b=(None, b"b"))
    real = os.replace
    calls: list[str] = []

    def failing(source: str, target: str) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(28, "No space left on device", target)
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(WriteError, match="nothing was changed"):
        write(tmp_path, a=(b"a", b"A"), b=(b"b", b"B"))
    assert files(tmp_path) == {"a.txt": b"a", "b.txt": b"b"}
    assert len(history(tmp_path)) == 1


def test_the_next_run_rolls_back_a_killed_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=(None, b"a"), b=(None, b"b"))

    def killed(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("corpuscli.store.writing.making._take_back", killed)
        patch.setattr("corpuscli.store.writing.making._decide", killed)
        with pytest.raises(SystemExit):
            write(tmp_path, a=(b"a", b"A"), b=(b"b", b"B"))
    assert files(tmp_path) == {"a.txt": b"A", "b.txt": b"B"}
    write(tmp_path, c=(None, b"c"))
    assert files(tmp_path) == {"a.txt": b"a", "b.txt": b"b", "c.txt": b"c"}


def test_only_the_last_commands_are_kept_and_all_can_be_forgotten(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        write(tmp_path, **{f"n{number}": (None, b"x")})
    assert len(history(tmp_path)) == KEPT
    assert forget(tmp_path) == KEPT
    assert history(tmp_path) == []


def test_folders_are_made_from_the_outside_and_records_are_for_their_owner_only(tmp_path: Path) -> None:
    write(tmp_path, a__b__c__d=(None, b"x"))
    assert files(tmp_path) == {"a/b/c/d.txt": b"x"}
    for folder in (tmp_path / ".corpuscli/undo", tmp_path / ".corpuscli/undo/000001"):
        assert folder.stat().st_mode & 0o7777 == 0o700
    undo_last(tmp_path)
    assert not (tmp_path / "a").exists()
