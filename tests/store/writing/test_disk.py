from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from corpuscli.store.writing import disk

if TYPE_CHECKING:
    from pathlib import Path


def test_a_leftover_is_taken_away_not_written_into(tmp_path: Path) -> None:
    path, other = tmp_path / "t", tmp_path / "other"
    other.write_bytes(b"precious")
    path.symlink_to(other)
    disk.write_synced(str(path), b"x")
    assert (path.read_bytes(), other.read_bytes()) == (b"x", b"precious")
    path.unlink()
    path.hardlink_to(other)
    disk.write_synced(str(path), b"x")
    assert (path.read_bytes(), other.read_bytes()) == (b"x", b"precious")


@pytest.mark.parametrize("taken", [0, 2])
def test_a_short_write_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: int) -> None:
    monkeypatch.setattr(disk.os, "write", lambda _handle, data: min(taken, len(data)))
    with pytest.raises(OSError, match="fewer bytes"):
        disk.write_synced(str(tmp_path / "t"), b"abcdef")
    assert not (tmp_path / "t").exists()


def test_the_owner_is_kept_where_that_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[int, int]] = []

    class Like:
        st_uid, st_gid, st_mode = 12345, 54321, 0o100604

    def chown(handle: int, uid: int, gid: int) -> None:
        os.fstat(handle)
        given.append((uid, gid))
        raise PermissionError

    monkeypatch.setattr(disk.os, "fchown", chown)
    disk.write_synced(str(tmp_path / "t"), b"x", Like())
    assert given == [(12345, 54321)]
    assert (tmp_path / "t").stat().st_mode & 0o7777 == 0o604


def test_where_there_are_no_modes_none_are_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(disk.os, "fchmod")
    disk.write_synced(str(tmp_path / "t"), b"x", mode=0o600)
    assert (tmp_path / "t").read_bytes() == b"x"


@pytest.mark.parametrize(("number", "raises"), [(22, False), (95, False), (5, True), (13, True)])
def test_a_folder_that_cannot_be_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, raises: object
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(disk.os, "fsync", fail)
    if raises:
        with pytest.raises(OSError, match="no"):
            disk.sync_folder(str(tmp_path))
    else:
        disk.sync_folder(str(tmp_path))


def test_folders_that_are_there_are_left(tmp_path: Path) -> None:
    disk.make_folders([str(tmp_path), str(tmp_path / "a")])
    assert (tmp_path / "a").is_dir()


def test_a_folder_that_may_not_be_opened_cannot_be_made_to_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(disk.os, "open", fail)
    with pytest.raises(PermissionError):
        disk.sync_folder(str(tmp_path))
    monkeypatch.setattr(disk.os, "name", "nt")
    disk.sync_folder(str(tmp_path))


def test_without_hard_links_a_name_that_is_taken_is_refused_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "no links here")

    monkeypatch.setattr(disk.os, "link", link)
    temporary, target = tmp_path / "t", tmp_path / "a"
    temporary.write_bytes(b"new")
    target.write_bytes(b"theirs")
    with pytest.raises(FileExistsError) as raised:
        disk.name_new(str(temporary), str(target))
    assert (raised.value.errno, raised.value.filename) == (errno.EEXIST, str(target))
    assert raised.value.strerror == os.strerror(errno.EEXIST)
    assert target.read_bytes() == b"theirs"
    target.unlink()
    disk.name_new(str(temporary), str(target))
    assert (target.read_bytes(), temporary.exists()) == (b"new", False)
