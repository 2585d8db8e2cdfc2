"""The index is in step with the files, whatever has become of it or them; where it cannot be kept, memory serves."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from corpuscli.store.index.index import open_index
from corpuscli.store.index.known import Known
from corpuscli.store.index.place import index_path
from corpuscli.store.index.walk import Shelf, shelves
from tests.store.index.specs import Spec, indexed, made


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_a_rewrite_of_the_same_size_and_time_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "corpuscli.store.index.refresh.RACY", -(10**12)
    )  # as if all files were old enough to be trusted
    (tmp_path / "letters").mkdir()
    corpus = made(str(tmp_path / "letters"), [Spec("1921", "A", "B", "Moscow", 1)])
    assert [row["place"] for row in indexed(corpus).rows] == ["Moscow"]
    path = corpus.root / "letter-0.txt"
    old = path.stat()
    while path.stat().st_ctime_ns == old.st_ctime_ns:  # the clock of a file system ticks but every few milliseconds
        path.write_bytes(path.read_bytes().replace(b"Moscow", b"Berlin"))
        os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert path.stat()[:7] == old[:7]
    assert path.stat().st_mtime_ns == old.st_mtime_ns
    assert [row["place"] for row in indexed(corpus).rows] == ["Berlin"]


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 2000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "letters").mkdir()
    corpus = made(str(tmp_path / "letters"), [Spec("1921", "A", "B", "", 1)])
    open_index(corpus).close()
    Path(index_path(corpus.root)).write_bytes(damage)
    assert indexed(corpus).count == 1


def test_an_index_of_another_version_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    corpus = made(str(tmp_path / "letters"), [Spec("1921", "A", "B", "", 1)])
    place = Path(index_path(corpus.root))
    place.parent.mkdir(parents=True)
    with sqlite3.connect(place) as other:
        other.execute("PRAGMA user_version = 999")
    other.close()
    assert indexed(corpus).count == 1


def test_without_a_home_memory_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    assert index_path(tmp_path) == ""
    corpus = made(str(tmp_path), [Spec("1921", "A", "B", "", 1)])
    assert indexed(corpus).count == 1


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    (tmp_path / "letters").mkdir()
    corpus = made(str(tmp_path / "letters"), [Spec("1921", "A", "B", "", 1)])
    assert indexed(corpus).count == 1


def test_nothing_changed_nothing_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "letters").mkdir()
    corpus = made(str(tmp_path / "letters"), [Spec("1921", "A", "B", "", 1)])
    old = (tmp_path / "letters" / "letter-0.txt").stat().st_mtime - 100
    os.utime(tmp_path / "letters" / "letter-0.txt", (old, old))
    monkeypatch.setattr("corpuscli.store.index.refresh.RACY", -(10**12))
    open_index(corpus).close()

    def forbidden(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("corpuscli.store.index.refresh._update", forbidden)
    assert indexed(corpus).count == 1


def test_a_letter_taken_in_without_a_walk_and_gone_again_is_forgotten(tmp_path: Path) -> None:
    corpus = made(str(tmp_path), [])
    open_index(corpus).close()
    known = Known(corpus)
    made(str(tmp_path), [Spec("1921", "A", "B", "", 1)])
    known.take_in(["letter-0.txt"])
    assert known.having("date", "1921")
    (tmp_path / "letter-0.txt").unlink()
    assert indexed(corpus).count == 0
    assert not Known(corpus).having("date", "1921")


def test_a_letter_that_goes_between_walk_and_reading_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = made(str(tmp_path), [Spec("1921", "A", "B", "", 1)] * 3)
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    open_index(corpus).close()
    (tmp_path / "letter-1.txt").write_text("changed", encoding="utf-8")

    def walk_then_undo(folder: str) -> list[Shelf]:
        walked = list(shelves(folder))
        for name in ("letter-1.txt", "letter-2.txt"):  # walked once: what has just been written is read again anyway
            (tmp_path / name).unlink()
        return walked

    monkeypatch.setattr("corpuscli.store.index.refresh.shelves", walk_then_undo)
    index = open_index(corpus)
    assert [row.id for row in index.rows()] == ["letter-0"]
    assert [Path(problem.path).name for problem in index.problems()] == ["link.txt"]
