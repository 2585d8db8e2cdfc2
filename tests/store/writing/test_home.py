from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpuscli.errors import LockedError, WriteError
from corpuscli.store.writing import gitindex, lock
from corpuscli.store.writing.gitindex import tracked
from corpuscli.store.writing.home import check_home, open_home
from corpuscli.store.writing.lock import locked

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def repository(folder: Path, *, inside: str = "letters", digests: str = "sha1") -> Path:
    """A repository that tracks the records of a corpus, and names that only look alike."""
    git(folder, "init", "-q", f"--object-format={digests}")
    home = folder / inside / ".corpuscli"
    for name in (".corpuscli/undo/record.json", ".corpuscli.txt", ".corpusbli/x", "a.txt", "z/.corpuscli"):
        path = folder / inside / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    git(folder, "add", "-A")
    return home


@needs_git
@pytest.mark.parametrize("version", ["2", "3", "4"])
@pytest.mark.parametrize("digests", ["sha1", "sha256"])
@pytest.mark.parametrize("inside", ["", "letters", "a/b"])
def test_git_tracks_the_records(tmp_path: Path, version: str, inside: str, digests: str) -> None:
    home = repository(tmp_path, inside=inside, digests=digests)
    if version == "3":  # the third version is written where an entry has a flag of its own
        (tmp_path / "new").write_text("x")
        git(tmp_path, "add", "-N", "new")
    git(tmp_path, "update-index", "--index-version", version)
    assert (tmp_path / ".git/index").read_bytes()[7] == int(version)
    assert tracked(str(home))
    with pytest.raises(WriteError, match="tracked by git; take it out: git rm"):
        check_home(str(home))
    git(tmp_path, "rm", "-r", "-q", "--cached", str(home))
    assert not tracked(str(home))


@needs_git
@pytest.mark.parametrize("version", ["3", "4"])
def test_records_that_are_only_meant_to_be_added_are_tracked_too(tmp_path: Path, version: str) -> None:
    git(tmp_path, "init", "-q")
    record = tmp_path / ".corpuscli/undo/record.json"
    record.parent.mkdir(parents=True)
    record.write_text("x")
    git(tmp_path, "add", "-N", ".")
    git(tmp_path, "update-index", "--index-version", version)
    assert tracked(str(tmp_path / ".corpuscli"))


@needs_git
def test_a_file_that_does_not_name_a_repository_leads_to_none(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    repository(elsewhere, inside="")
    (elsewhere / ".git").rename(tmp_path / "nonsense")
    (tmp_path / ".git").write_text("gitdir: nonsense")
    assert tracked(str(tmp_path / ".corpuscli"))
    (tmp_path / ".git").write_text("nonsense")
    assert not tracked(str(tmp_path / ".corpuscli"))


@needs_git
def test_git_tracks_the_records_in_a_split_index_and_in_a_worktree(tmp_path: Path) -> None:
    main = tmp_path / "main"
    main.mkdir()
    home = repository(main)
    git(main, "commit", "-qm", "x")
    git(main, "worktree", "add", "-q", "../other")
    assert tracked(str(tmp_path / "other/letters/.corpuscli"))
    git(main, "update-index", "--split-index")
    (main / "more").write_text("x")
    git(main, "add", "more")
    assert tracked(str(home))
    git(main, "rm", "-r", "-q", "--cached", str(home))
    git(main, "update-index", "--no-split-index")
    assert list((main / ".git").glob("sharedindex.*"))
    assert not tracked(str(home))


@pytest.mark.parametrize("name", [".git", ".git/index"])
def test_an_index_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    os.mkfifo(tmp_path / name)
    with pytest.raises(WriteError, match=r"no regular file.*; so it is not known whether git tracks"):
        tracked(str(tmp_path / ".corpuscli"))


def test_without_git_nothing_is_tracked(tmp_path: Path) -> None:
    home = str(tmp_path / ".corpuscli")
    assert not tracked(home)
    (tmp_path / ".git").write_text("gitdir: nowhere")
    assert not tracked(home)
    (tmp_path / ".git").write_text("nonsense")
    assert not tracked(home)


@pytest.mark.parametrize(
    "index", [b"", b"DIRC", b"no index", b"DIRC\0\0\0\2\0\0\0\5" + b"x" * 90, b"DIRC\0\0\0\4\xff\xff\xff\xff\x80"]
)
def test_a_damaged_index_does_no_harm(tmp_path: Path, index: bytes) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/index").write_bytes(index + b".corpuscli/")
    assert tracked(str(tmp_path / ".corpuscli")) in (True, False)


def test_the_folder_is_made_once(tmp_path: Path) -> None:
    home = open_home(tmp_path)
    assert [path.name for path in (tmp_path / ".corpuscli").iterdir()] == [".gitignore"]
    (tmp_path / ".corpuscli/.gitignore").write_text("mine\n")
    open_home(tmp_path)
    assert (tmp_path / ".corpuscli/.gitignore").read_text() == "mine\n"
    assert Path(home).stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("inside", ["", "/undo"])
def test_a_link_or_a_strangers_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: str) -> None:
    home = open_home(tmp_path)
    place = Path(home + inside)
    place.mkdir(exist_ok=True)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(WriteError, match="another user"):
        check_home(home)
    monkeypatch.undo()
    shutil.rmtree(place)
    (tmp_path / "elsewhere").mkdir()
    place.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WriteError, match="a link or file"):
        check_home(home)


def test_the_lock_waits_and_is_written_over_without_being_cut(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_bytes(b"9" * 30)
    with locked(str(tmp_path)):
        assert path.read_bytes() == f"{os.getpid():<20}\n".encode() + b"9" * 9
    with (
        locked(str(tmp_path)),
        pytest.raises(LockedError, match=f"locked by process {os.getpid()}: wait until it has ended"),
        locked(str(tmp_path), patience=0.02),
    ):
        pass


def test_a_holder_without_a_name_and_a_lock_that_is_none(tmp_path: Path) -> None:
    with locked(str(tmp_path)):
        (tmp_path / "lock").write_bytes(b"")
        with pytest.raises(LockedError, match="locked by another process"), locked(str(tmp_path), patience=0):
            pass
    (tmp_path / "lock").unlink()
    os.mkfifo(tmp_path / "lock")
    with pytest.raises(WriteError, match="lock: no regular file"), locked(str(tmp_path)):
        pass


def test_a_killed_holder_is_not_named_for_the_next_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)

    def named(text: bytes) -> str:
        with locked(str(tmp_path)):
            (tmp_path / "lock").write_bytes(text)
            with pytest.raises(LockedError) as raised, locked(str(tmp_path), patience=0):
                pass
        return str(raised.value)

    assert "by another process" in named(ended.stdout)
    assert "by another process" in named(b"9" * 20)
    assert f"by process {os.getpid()}:" in named(str(os.getpid()).encode())
    monkeypatch.setattr(os, "kill", lambda *_: (_ for _ in ()).throw(PermissionError))
    assert "by process 1:" in named(b"1")
    monkeypatch.setattr(lock.os, "name", "nt")
    assert lock._runs(7)


def test_who_holds_the_lock_is_forgotten_when_it_is_free(tmp_path: Path) -> None:
    with locked(str(tmp_path)):
        pass
    assert (tmp_path / "lock").read_bytes().strip() == b""


def test_a_full_disk_keeps_nobody_from_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(lock.os, "write", full)
    with locked(str(tmp_path)), pytest.raises(LockedError), locked(str(tmp_path), patience=0):
        pass


@pytest.mark.parametrize("replaced", [True, False])
def test_a_lock_that_was_cleaned_away_while_we_waited_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replaced: object
) -> None:
    real, path = lock._wait, tmp_path / "lock"
    waited: list[int] = []

    def wait(handle: int, until: float) -> None:
        real(handle, until)
        waited.append(handle)
        if len(waited) == 1:
            path.rename(tmp_path / "old")
            if replaced:
                path.write_bytes(b"")

    monkeypatch.setattr(lock, "_wait", wait)
    with locked(str(tmp_path)):
        assert path.read_text().strip() == str(os.getpid())
        assert (tmp_path / "old").read_bytes() == b""
    assert len(waited) == 2


def test_where_there_is_no_flock_windows_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its module is imitated: what is proven is that the right calls are made, not that Windows obeys."""
    calls: list[tuple[int, int, int]] = []

    class Msvcrt:
        LK_NBLCK = 2

        @staticmethod
        def locking(handle: int, mode: int, count: int) -> None:
            calls.append((os.lseek(handle, 0, os.SEEK_CUR), mode, count))
            if len(calls) > 1:
                raise PermissionError

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt)
    with locked(str(tmp_path)), pytest.raises(LockedError), locked(str(tmp_path), patience=0):
        pass
    assert calls == [(lock._FAR, 2, 1), (lock._FAR, 2, 1)]


def test_offsets_of_gits_fourth_version() -> None:
    assert gitindex._varint(b"\x05", 0) == (5, 1)
    assert gitindex._varint(b"\x80\x00", 0) == (128, 2)
    assert gitindex._varint(b"\x81\x00", 0) == (256, 2)
