from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import UndoError, WriteError
from corpuscli.store.writing import shelf, undo
from corpuscli.store.writing.transaction import Transaction
from corpuscli.store.writing.undo import forget, history, undo_last

if TYPE_CHECKING:
    from pathlib import Path


def imported(root: Path, *names: str) -> int | None:
    """Create files, each in a batch of its own, as a long import does."""
    first = None
    for name in names:
        job = Transaction(root, "import")
        job.create(name, b"x")
        first = job.commit(batch_of=first)
    return first


def test_where_nothing_was_written_there_is_nothing_to_forget(tmp_path: Path) -> None:
    assert forget(tmp_path) == 0
    assert history(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_batches_are_kept_and_undone_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = imported(tmp_path, "sub/0.txt", "sub/1.txt", "sub/2.txt")
    assert Transaction(tmp_path, "nothing").commit(batch_of=first) == first == 1
    assert [(done.command, done.paths) for done in history(tmp_path)] == [
        ("import", ("sub/0.txt", "sub/1.txt", "sub/2.txt"))
    ]
    monkeypatch.setattr(shelf, "KEPT", 1)
    assert undo_last(tmp_path).paths == ("sub/0.txt", "sub/1.txt", "sub/2.txt")
    assert not (tmp_path / "sub").exists()
    with pytest.raises(UndoError, match="nothing to undo"):
        undo_last(tmp_path)


def test_batches_that_cannot_all_be_undone_are_undone_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(tmp_path, "0.txt", "1.txt", "2.txt")
    real = undo.make
    calls: list[int] = []

    def failing(*given: object, **named: object) -> object:
        calls.append(1)
        if len(calls) == 2:
            raise OSError(5, "Input/output error", "x")
        return real(*given, **named)

    monkeypatch.setattr(undo, "make", failing)
    with pytest.raises(WriteError, match=r"Input/output error: 'x': 1 of 3 batches were taken back; undo once more"):
        undo_last(tmp_path)
    assert undo_last(tmp_path).paths == ("0.txt", "1.txt")


def test_what_was_taken_back_of_batches_is_not_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(tmp_path, "0.txt", "1.txt")
    real, calls = undo.make, list[int]()

    def refusing(*given: object, **named: object) -> object:
        calls.append(1)
        if len(calls) == 2:
            raise WriteError("x: no room: nothing was changed")
        return real(*given, **named)

    monkeypatch.setattr(undo, "make", refusing)
    with pytest.raises(WriteError, match=r"^x: no room: 1 of 2 batches were taken back; undo once more takes back the"):
        undo_last(tmp_path)
    assert [path.name for path in tmp_path.glob("*.txt")] == ["0.txt"]


def test_a_file_changed_by_two_batches_is_undone_to_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"0")
    first = None
    for old, new in ((b"0", b"1"), (b"1", b"2")):
        job = Transaction(tmp_path, "x")
        job.replace("a.txt", old, new)
        first = job.commit(batch_of=first)
    undo_last(tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == b"0"


def test_a_file_that_comes_back_has_its_mode(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    (tmp_path / "a.txt").chmod(0o640)
    job = Transaction(tmp_path, "x")
    job.remove("a.txt", b"a")
    job.commit()
    undo_last(tmp_path)
    assert (tmp_path / "a.txt").stat().st_mode & 0o7777 == 0o640
