"""Takes back the last writing command, byte for byte."""

from __future__ import annotations

import errno
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from corpuscli.errors import UndoError, WriteError
from corpuscli.store.corpus import shown_path
from corpuscli.store.writing.disk import remove_folder_quietly, said, speaking, sync_folder
from corpuscli.store.writing.home import NAME, check_home
from corpuscli.store.writing.lock import locked
from corpuscli.store.writing.making import Change, make
from corpuscli.store.writing.place import confined, read_own
from corpuscli.store.writing.record import digest, old_bytes, read_record
from corpuscli.store.writing.recovery import recover, roll_back
from corpuscli.store.writing.shelf import FINISHED, PENDING, drop, entries, finished

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from corpuscli.store.writing.record import Record
    from corpuscli.store.writing.shelf import Entry


_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))  # Windows knows no quota


class Done(NamedTuple):
    """A command that can be undone, or was: its command line, when it ran (seconds since 1970), and its files."""

    command: str
    time: float
    paths: tuple[str, ...]


def history(root: Path) -> list[Done]:
    """Return the commands that can be undone, the last one first.

    Raises:
        UndoError: A record is damaged.
    """
    commands: dict[int, list[Record]] = {}
    with speaking(root):
        home = _home(root)
        for entry in reversed(finished(home)):
            try:
                commands.setdefault(entry.group, []).append(read_record(entry.path))
            except UndoError:
                if os.path.lexists(entry.path):  # else a command that runs meanwhile has dropped it
                    raise
    return [_done(records) for records in commands.values() if records]


def undo_last(root: Path) -> Done:
    """Take back the last command; where it was stopped half way, that is brought to its end and is all.

    Raises:
        UndoError: There is nothing to undo, or a file has changed since.
        WriteError: The disk refused; nothing was changed.
    """
    with speaking(root), _locked(root) as home:
        stopped = recover(root, home)
        last = stopped[0][0].group if stopped else max((entry.group for entry in finished(home)), default=0)
        group = [entry for entry in reversed(finished(home)) if entry.group == last]
        if not (group or stopped):
            raise UndoError("nothing to undo")
        records = [read_record(entry.path) for entry in group]
        _refuse_changed(root, records)
        for count, (entry, record) in enumerate(zip(group, records, strict=True)):
            try:
                _take_back(root, home, entry, record)
            except (OSError, WriteError) as problem:
                raise _half_way(problem, count, len(group)) from None
        return _done([*(record for entry, record in stopped if entry.group == last), *records])


def forget(root: Path) -> int:
    """Drop all records, also of a command that was stopped half way; return how many commands there were."""
    with speaking(root), _locked(root) as home:
        known = entries(home)
        drop(*known)
        return len({entry.group for entry in known if entry.state == FINISHED})


def _home(root: Path) -> str:
    home = os.path.join(root, NAME)
    if os.path.lexists(home):
        check_home(home)
    return home


@contextmanager
def _locked(root: Path) -> Generator[str]:
    """Hold the lock where there is anything to hold; where nothing was ever written, nothing is made."""
    home = _home(root)
    if not os.path.lexists(home):
        yield home
        return
    with locked(home):
        yield home


def _half_way(problem: OSError | WriteError, count: int, batches: int) -> OSError | WriteError:
    """Say how far the undoing of a command of several batches has come."""
    if not count:
        return problem
    first = str(problem).removesuffix(": nothing was changed")
    return WriteError(f"{first}: {count} of {batches} batches were taken back; undo once more takes back the rest")


def _done(records: list[Record]) -> Done:
    """Join the batches of a command, the last one first."""
    paths = dict.fromkeys(change.path for record in reversed(records) for change in record.changes)
    return Done(records[-1].command, records[-1].time, tuple(paths))


def _refuse_changed(root: Path, records: list[Record]) -> None:
    """See that every file is what the command made of it, before any is touched."""
    now: dict[str, str] = {}
    for record in records:
        for change in record.changes:
            if change.path not in now:
                standing = read_own(confined(root, change.path))
                now[change.path] = digest(standing.data if standing else None)
            if now[change.path] != change.new:
                shown = shown_path(confined(root, change.path))
                raise UndoError(
                    f"{shown}: has changed since {record.command!r}; undo would lose that change: put the file "
                    "back as it was then, or keep all as it is with undo --forget, which drops all records"
                )
            now[change.path] = change.old


def _take_back(root: Path, home: str, entry: Entry, record: Record) -> None:
    changes: list[Change] = []
    for index, change in reversed(list(enumerate(record.changes))):
        standing = read_own(confined(root, change.path))
        old: bytes | None = None
        if change.old:
            old = old_bytes(entry.path, record, index)
        mode = change.mode if change.mode >= 0 else None
        changes.append(Change(change.path, standing.data if standing else None, old, mode))
    try:
        make(root, home, f"undo: {record.command}", changes, time.time(), undoes=entry)
    except OSError as problem:
        if problem.errno not in _FULL:
            raise
        _take_back_without_room(root, entry, record)
    for folder in reversed(record.folders):
        remove_folder_quietly(confined(root, folder))


def _take_back_without_room(root: Path, entry: Entry, record: Record) -> None:
    """Let the command be one that was stopped half way: rolling back moves the old files, and writes nothing."""
    pending = entry.moved(PENDING)
    try:
        sync_folder(os.path.dirname(pending.path))
        roll_back(root, pending, record)
        drop(pending)
    except (OSError, WriteError) as problem:
        first = str(said(problem, str(root)) if isinstance(problem, OSError) else problem)
        first = first.removesuffix(": nothing was changed")
        raise WriteError(f"{first}: stopped half way; undo once more brings it to its end") from None
