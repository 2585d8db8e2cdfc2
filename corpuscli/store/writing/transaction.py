"""A transaction: files created, replaced, removed or renamed together, or not at all."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpuscli.errors import ChangedError, InputError, WriteError
from corpuscli.store.corpus import shown_path
from corpuscli.store.files import read_bytes
from corpuscli.store.writing.disk import remove_quietly, sync_folder, temporary_name, write_synced
from corpuscli.store.writing.home import open_home
from corpuscli.store.writing.lock import locked
from corpuscli.store.writing.place import check_own_file, confined
from corpuscli.store.writing.record import Changed, Record, digest, finish_record, start_record
from corpuscli.store.writing.recovery import recover

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Change:
    """A file's bytes before and after; None where there is no file."""

    path: str
    old: bytes | None
    new: bytes | None


@dataclass(slots=True)
class Transaction:
    """Collects changes, then makes them all at once.

    Args:
        root: The corpus's folder.
        command: The command line, kept for ``undo --list``.
    """

    root: Path
    command: str
    changes: list[Change] = field(default_factory=list[Change])

    def create(self, path: str, data: bytes) -> None:
        """Make a file that is not there."""
        self.changes.append(Change(path, None, data))

    def replace(self, path: str, old: bytes, new: bytes) -> None:
        """Replace a file's bytes; ``old`` is what was read. Equal bytes are no change."""
        if old != new:
            self.changes.append(Change(path, old, new))

    def remove(self, path: str, old: bytes) -> None:
        """Take a file away; ``old`` is what was read."""
        self.changes.append(Change(path, old, None))

    def rename(self, path: str, to: str, old: bytes, new: bytes | None = None) -> None:
        """Give a file another path, and other bytes where ``new`` is given."""
        self.create(to, old if new is None else new)
        self.remove(path, old)

    def commit(self, *, check: Callable[[], None] | None = None) -> Record | None:
        """Make all changes.

        Args:
            check: Called when the lock is held and before anything is written; may raise to refuse.

        Returns:
            The record that ``undo`` takes back, or None where there was nothing to change.

        Raises:
            ChangedError: A file is not what was read, or one to be created is there.
            WriteError: A path that is no place for a letter, a full disk, no permission; nothing was changed.
            LockedError: Another command is at work.
        """
        if not self.changes:
            return None
        home = open_home(self.root)
        with locked(home):
            recover(self.root, home)
            if check is not None:
                check()
            return finish_record(home, apply(self.root, home, self.command, self.changes))


def apply(root: Path, home: str, command: str, changes: list[Change]) -> Record:
    """Make changes under a pending record; on any failure all is as it was.

    The order is what makes it safe: new bytes to temporary files, synced; the record, synced; then renames; then the
    folders, synced. A kill before the record leaves temporary files only; after it, the next run rolls back.
    """
    targets = [confined(root, change.path) for change in changes]
    modes = [_check(change, target) for change, target in zip(changes, targets, strict=True)]
    record: Record | None = None
    try:
        for change, target, mode in zip(changes, targets, modes, strict=True):
            if change.new is not None:
                os.makedirs(os.path.dirname(target), exist_ok=True)
                write_synced(temporary_name(target), change.new, mode)
        old = [(Changed(c.path, digest(c.old), digest(c.new)), c.old) for c in changes]
        record = start_record(home, command, time.time(), old)
        for change, target in zip(changes, targets, strict=True):
            _move(change, target)
        for folder in sorted({os.path.dirname(target) for target in targets}):
            sync_folder(folder)
    except BaseException as problem:
        _roll_back(root, home, record, targets)
        if isinstance(problem, OSError):
            where = shown_path(str(problem.filename)) if problem.filename else "the corpus"
            raise WriteError(f"{where}: {problem.strerror}: nothing was changed") from None
        raise
    return record


def _check(change: Change, target: str) -> int | None:
    """Return the permission bits that the new file gets, None for those of any new file."""
    status = check_own_file(target)
    if change.old is None:
        if status is not None:
            raise ChangedError(f"{shown_path(target)}: is there already")
        return None
    if status is None:
        raise ChangedError(f"{shown_path(target)}: has gone since it was read; run again")
    try:
        now = read_bytes(target)
    except InputError as problem:
        raise ChangedError(str(problem)) from None
    if now != change.old:
        raise ChangedError(f"{shown_path(target)}: has changed since it was read; run again")
    return status.st_mode & 0o7777


def _move(change: Change, target: str) -> None:
    if change.new is None:
        os.unlink(target)
    elif change.old is None:
        _move_exclusively(temporary_name(target), target)
    else:
        os.replace(temporary_name(target), target)


def _move_exclusively(temporary: str, target: str) -> None:
    """Give the file its name only where nothing bears it."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise ChangedError(f"{shown_path(target)}: is there already") from None
    except OSError:  # a file system without hard links; the lock keeps other commands of ours out
        if os.path.lexists(target):
            raise ChangedError(f"{shown_path(target)}: is there already") from None
        os.replace(temporary, target)
    else:
        os.unlink(temporary)


def _roll_back(root: Path, home: str, record: Record | None, targets: list[str]) -> None:
    for target in targets:
        remove_quietly(temporary_name(target))
    if record is not None:
        recover(root, home)
