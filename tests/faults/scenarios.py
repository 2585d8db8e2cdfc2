"""What is done while the disk fails: each a corpus, a command, and the states that it may leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpuscli.store.writing import undo
from corpuscli.store.writing.transaction import Transaction
from tests.faults.layer import KINDS, FaultyOs, Killed, faulty

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

State = dict[str, bytes]


def state(root: Path) -> State:
    """Return every file of a corpus but our own."""
    return {
        p.relative_to(root).as_posix(): p.read_bytes()
        for p in sorted(root.rglob("*"))
        if p.is_file() and ".corpuscli" not in p.parts
    }


@dataclass(frozen=True)
class Scenario:
    """A command under test.

    Args:
        name: For reports.
        prepare: Makes the corpus as it is before.
        act: The command.
        between: States that may be left besides the old and the intended one, as of commands in batches.
    """

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Path], None]
    between: Callable[[State, State], list[State]] = lambda _old, _new: []


def _write(root: Path, batch_of: int | None = None, **changes: tuple[bytes | None, bytes | None]) -> int | None:
    job = Transaction(root, "test")
    for name, (old, new) in changes.items():
        path = name.replace("__", "/") + ".txt"
        if old is None:
            job.create(path, new or b"")
        elif new is None:
            job.remove(path, old)
        else:
            job.replace(path, old, new)
    return job.commit(batch_of=batch_of)


def _base(root: Path) -> None:
    _write(root, a=(None, b"a" * 50), b=(None, b"b" * 50), sub__c=(None, b"c" * 50))


def _mixed(root: Path) -> None:
    _write(root, a=(b"a" * 50, b"A"), new__d=(None, b"D" * 90), b=(b"b" * 50, None), sub__c=(b"c" * 50, b"C"))


def _mixed_before(root: Path) -> None:
    _base(root)
    _mixed(root)


def _batches(root: Path) -> None:
    first = _write(root, x=(None, b"x"), y=(None, b"y"))
    _write(root, first, z=(None, b"z"), sub__w=(None, b"w"))


def _batches_before(root: Path) -> None:
    _base(root)
    _batches(root)


def _halves(old: State, new: State) -> list[State]:
    return [old | {name: new[name] for name in ("x.txt", "y.txt") if name in new}, new | old_only(old, new, "xy")]


def old_only(old: State, new: State, names: str) -> State:
    """Return what only the old state has, of the files named by single letters."""
    return {name: data for name, data in old.items() if name not in new and name[0] in names}


def _killed_before(root: Path) -> None:
    """A corpus whose last command was killed between two renames."""
    _base(root)
    count = FaultyOs()
    with faulty(count):
        _mixed(root)
        undo.undo_last(root)
    moves = [number for number, name in enumerate(count.log, 1) if name in ("replace", "unlink", "link")]
    with faulty(FaultyOs(moves[2], KINDS[10])):
        try:
            _mixed(root)
        except Killed:
            return


SCENARIOS = (
    Scenario("first create", lambda _root: None, lambda root: _write(root, a=(None, b"a" * 99)) and None),
    Scenario("create in a new folder", _base, lambda root: _write(root, deep__er__x=(None, b"x" * 99)) and None),
    Scenario(
        "replace two", _base, lambda root: _write(root, a=(b"a" * 50, b"A" * 9), b=(b"b" * 50, b"B" * 99)) and None
    ),
    Scenario("rename", _base, lambda root: _write(root, z=(None, b"a" * 50), a=(b"a" * 50, None)) and None),
    Scenario("mixed", _base, _mixed),
    Scenario("batches", _base, _batches, _halves),
    Scenario("undo", _mixed_before, lambda root: undo.undo_last(root) and None),
    Scenario("undo batches", _batches_before, lambda root: undo.undo_last(root) and None, _halves),
    Scenario("forget", _mixed_before, lambda root: undo.forget(root) and None),
    Scenario("create after a kill", _killed_before, lambda root: _write(root, e=(None, b"e")) and None),
)
