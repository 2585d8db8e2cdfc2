"""A corpus from elsewhere may bring records of its own; and a disk may be odd."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from corpuscli.errors import UndoError
from corpuscli.store.writing import shelf, undo
from corpuscli.store.writing.record import digest
from corpuscli.store.writing.transaction import Transaction
from corpuscli.store.writing.undo import forget, history, undo_last

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = b"old", b"new"
RECORD: dict[str, Any] = {
    "command": "x",
    "time": 0,
    "folders": [],
    "undoes": 0,
    "changes": [{"path": "a.txt", "old": digest(OLD), "new": digest(NEW), "mode": 0o644}],
}


def planted(root: Path, name: str = "000001.pending", old: bytes | None = OLD, **more: object) -> Path:
    """A record as an enemy may write it, who knows the bytes of a.txt."""
    (root / "a.txt").write_bytes(NEW)
    folder = root / ".corpuscli/undo" / name
    folder.mkdir(parents=True)
    (folder / "record.json").write_text(json.dumps(RECORD | more))
    if old is not None:
        (folder / "0.old").write_bytes(old)
    return folder


def change(**said: object) -> list[dict[str, object]]:
    return [RECORD["changes"][0] | said]


def create(root: Path, name: str = "b.txt") -> int | None:
    job = Transaction(root, "create")
    job.create(name, b"b")
    return job.commit()


def test_a_pending_record_is_rolled_back(tmp_path: Path) -> None:
    folder = planted(tmp_path)
    create(tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == OLD
    assert not folder.exists()


HOSTILE: dict[str, dict[str, object]] = {
    "a path upwards": {"changes": change(path="../a.txt")},
    "an absolute path": {"changes": change(path="/etc/hostname")},
    "a path through a link": {"changes": change(path="link/a.txt")},
    "a path into git": {"changes": change(path=".git/hooks/post-commit")},
    "a path of ours": {"changes": change(path=".corpuscli/lock")},
    "an empty path": {"changes": change(path="")},
    "a NUL": {"changes": change(path="a\0.txt")},
    "folders upwards": {"folders": ["../x"]},
    "no digest": {"changes": change(old="x")},
    "half a digest": {"changes": change(new=digest(NEW)[:63])},
    "a digest that is none": {"changes": change(new=7)},
    "a mode beyond": {"changes": change(mode=0o4755)},
    "a mode below": {"changes": change(mode=-2)},
    "a mode that is none": {"changes": change(mode="x")},
    "no path": {"changes": [{"old": "", "new": ""}]},
    "changes that are none": {"changes": 7},
    "a change that is none": {"changes": ["x"]},
    "a change that is a number": {"changes": [7]},
    "folders that are none": {"folders": None},
    "a time that is none": {"time": "x"},
    "time without end": {"time": 1e999},
    "no number": {"time": float("nan")},
    "a time before": {"time": -1},
    "a time beyond": {"time": 253402300800},
    "an undone one that is none": {"undoes": "x"},
    "endless undone": {"undoes": 1e999},
    "old bytes that are none": {"old": b"evil"},
    "no old bytes": {"old": None},
}


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_record_is_refused_and_nothing_touched(tmp_path: Path, said: dict[str, object]) -> None:
    root = tmp_path / "letters"
    (tmp_path / "a.txt").write_bytes(NEW)
    root.mkdir()
    (root / "link").symlink_to(tmp_path)
    (tmp_path / "x").mkdir()
    planted(root, **said)
    with pytest.raises(UndoError, match=r"000001\.pending: the record is damaged \(.*drop all records: corpuscli undo"):
        create(root)
    assert (root / "a.txt").read_bytes() == (tmp_path / "a.txt").read_bytes() == NEW
    assert not (root / "b.txt").exists()
    assert (tmp_path / "x").exists()
    assert forget(root) == 0
    assert create(root) == 1


def test_the_path_that_a_hostile_record_names_is_said(tmp_path: Path) -> None:
    planted(tmp_path, changes=change(path="../a.txt"))
    with pytest.raises(UndoError, match=r"damaged \('\.\./a\.txt': not a path inside the corpus\)"):
        create(tmp_path)


@pytest.mark.parametrize("data", [b"", b"[", b"[" * 100_000, b"\xff", b"7", b"null", b'{"command": 1}'])
def test_a_record_that_is_none_is_refused(tmp_path: Path, data: bytes) -> None:
    (planted(tmp_path) / "record.json").write_bytes(data)
    with pytest.raises(UndoError, match=r"record\.json is none of ours"):
        create(tmp_path)


def test_a_record_without_a_list_or_with_a_pipe_for_one_is_refused(tmp_path: Path) -> None:
    listing = planted(tmp_path) / "record.json"
    listing.unlink()
    with pytest.raises(UndoError, match="no such file"):
        create(tmp_path)
    os.mkfifo(listing)
    with pytest.raises(UndoError, match="no regular file"):
        create(tmp_path)


@pytest.mark.parametrize("name", ["000001", "000001.pending", "000007.scrap"])
def test_a_link_on_the_shelf_is_refused(tmp_path: Path, name: str) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "0.old").write_text("x")
    (precious / "record.json").write_text("x")
    root = tmp_path / "letters"
    (root / ".corpuscli/undo").mkdir(parents=True)
    (root / ".corpuscli/undo" / name).symlink_to(precious)
    for work in (create, undo_last, history, forget):
        with pytest.raises(UndoError, match="a link or file where a record should be"):
            work(root)
    assert sorted(path.name for path in precious.iterdir()) == ["0.old", "record.json"]


def test_what_is_not_ours_on_the_shelf_stays(tmp_path: Path) -> None:
    folder = planted(tmp_path, "000001.scrap")
    (folder / "mine").write_text("x")
    (tmp_path / ".corpuscli/undo/notes").write_text("x")
    create(tmp_path)
    assert (folder / "mine").exists()
    assert not (folder / "record.json").exists()
    assert (tmp_path / ".corpuscli/undo/notes").exists()


def test_a_record_that_nothing_can_follow_hides_no_later_one(tmp_path: Path) -> None:
    create(tmp_path)
    planted(tmp_path, "999999999")
    with pytest.raises(UndoError, match=r"undo: a record has the number 999999999.*corpuscli undo --forget"):
        create(tmp_path, "c.txt")
    assert not (tmp_path / "c.txt").exists()
    assert forget(tmp_path) == 2
    assert create(tmp_path, "c.txt") == 1


@pytest.mark.parametrize(
    "name", ["0000001.pending", "000000.pending", "000001-000001.pending", "000001-000002.pending"]
)
def test_a_record_whose_name_is_not_as_we_write_it_is_passed_over(tmp_path: Path, name: str) -> None:
    folder = planted(tmp_path, name)
    create(tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == NEW
    assert folder.exists()


def test_a_file_changed_after_a_kill_is_not_overwritten(tmp_path: Path) -> None:
    planted(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"mine")
    with pytest.raises(UndoError, match=r"a\.txt: has changed since a command was stopped half way"):
        create(tmp_path)
    with pytest.raises(
        UndoError, match=r"stopped half way; to keep all files as they are now: corpuscli undo --forget$"
    ):
        undo_last(tmp_path)
    assert forget(tmp_path) == 0
    create(tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == b"mine"


def test_a_damaged_finished_record_is_refused(tmp_path: Path) -> None:
    create(tmp_path)
    (tmp_path / ".corpuscli/undo/000001/record.json").write_text("{}")
    for work in (undo_last, history):
        with pytest.raises(UndoError, match="damaged"):
            work(tmp_path)
    assert forget(tmp_path) == 1
    assert history(tmp_path) == []


def test_a_record_that_goes_while_it_is_listed_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create(tmp_path)
    create(tmp_path, "c.txt")
    gone = tmp_path / ".corpuscli/undo/000001"
    real = undo.read_record

    def read(folder: str) -> object:
        if folder == str(gone):
            shelf.drop(next(e for e in shelf.entries(str(tmp_path / ".corpuscli")) if e.path == folder))
        return real(folder)

    monkeypatch.setattr(undo, "read_record", read)
    assert [done.paths for done in history(tmp_path)] == [("c.txt",)]
