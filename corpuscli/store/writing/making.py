"""Makes changes under a pending record, in the order that makes them safe."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpuscli.errors import ChangedError, WriteError
from corpuscli.model.values import dataclass
from corpuscli.store.corpus import shown_path
from corpuscli.store.writing.disk import make_folders, name_new, naming, said, sync_folder, temporary_name, write_synced
from corpuscli.store.writing.place import confined, missing_folders, read_own
from corpuscli.store.writing.record import Changed, Record, digest, write_record
from corpuscli.store.writing.recovery import roll_back
from corpuscli.store.writing.shelf import FINISHED, PENDING, SCRAP, drop, empty, new_entry, shelf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from corpuscli.store.writing.place import Standing
    from corpuscli.store.writing.shelf import Entry


@dataclass(frozen=True, slots=True)
class Change:
    """A file's bytes before and after; None where there is no file.

    Args:
        path: Its path in the corpus, with ``/``.
        old: Its bytes before.
        new: Its bytes after.
        mode: The permission bits of a file that comes back; None for those of any new file.
    """

    path: str
    old: bytes | None
    new: bytes | None
    mode: int | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    """One change on its way."""

    change: Change
    target: str
    temporary: str
    standing: Standing | None


def make(  # noqa: PLR0913 - the record's parts
    root: Path,
    home: str,
    command: str,
    changes: Sequence[Change],
    time: float,
    *,
    group: int = 0,
    undoes: Entry | None = None,
) -> Entry:
    """Make changes; on any failure all is as it was.

    The order is what makes it safe: old bytes and the list of changes go into a record, synced; then new bytes into
    temporary files, synced; then come the renames, whose folders are synced; then the record's own rename, at which the
    command has happened. A kill at any point leaves a pending record, which the next command rolls back.

    Args:
        root: The corpus.
        home: Its ``.corpuscli``, locked.
        command: The command line, for people.
        changes: What to do.
        time: When, in seconds since 1970.
        group: The record that this one continues, or 0.
        undoes: The record that is dropped in the same moment.

    Returns:
        The finished record's place; when it undoes another, neither is left.

    Raises:
        ChangedError: A file is not what was read.
        WriteError: The disk refused.
    """
    targets = [confined(root, change.path) for change in changes]
    standing = [_checked(change, target) for change, target in zip(changes, targets, strict=True)]
    entry = new_entry(home, group)
    try:
        steps = [
            _Step(change, target, temporary_name(target, f"{entry.number:06}-{index}"), stands)
            for index, (change, target, stands) in enumerate(zip(changes, targets, standing, strict=True))
        ]
        folders = list(dict.fromkeys(folder for step in steps for folder in missing_folders(step.target)))
        inside = tuple(os.path.relpath(folder, root).replace(os.sep, "/") for folder in folders)
        record = Record(command, time, tuple(map(_listed, steps)), inside, undoes.number if undoes else 0)
        _write_record(entry, record, steps)
        pending = entry.moved(PENDING)
    except BaseException:
        empty(entry)
        raise
    try:
        sync_folder(shelf(home))
        _move_all(steps, folders)
        _decide(pending, undoes)
    except BaseException as problem:
        if not _has_happened(pending, undoes):
            _take_back(root, pending, record, problem)
            raise
        if not isinstance(problem, OSError):
            raise
    return _let_last(home, pending, undoes)


def _write_record(entry: Entry, record: Record, steps: Sequence[_Step]) -> None:
    for index, step in enumerate(steps):
        if step.standing is not None:
            write_synced(os.path.join(entry.path, f"{index}.old"), step.standing.data, step.standing.status)
    write_record(entry.path, record)
    sync_folder(entry.path)


def _checked(change: Change, target: str) -> Standing | None:
    """Return the file as it stands, which must be as it was read."""
    standing = read_own(target)
    if change.old is None and standing is not None:
        raise ChangedError(f"{shown_path(target)}: is there already; run again")
    if change.old is not None and standing is None:
        raise ChangedError(f"{shown_path(target)}: has gone since it was read; run again")
    if standing is not None and standing.data != change.old:
        raise ChangedError(f"{shown_path(target)}: has changed since it was read; run again")
    return standing


def _listed(step: _Step) -> Changed:
    mode = step.standing.status.st_mode & 0o777 if step.standing is not None else -1
    return Changed(step.change.path, digest(step.change.old), digest(step.change.new), mode)


def _move_all(steps: Sequence[_Step], folders: list[str]) -> None:
    make_folders(folders)
    for step in steps:
        if step.change.new is not None:
            like = step.standing.status if step.standing is not None else None
            with naming(step.target):
                write_synced(step.temporary, step.change.new, like, step.change.mode)
    for step in steps:
        with naming(step.target):
            _move(step)
    for folder in sorted({os.path.dirname(step.target) for step in steps}):
        sync_folder(folder)


def _move(step: _Step) -> None:
    if step.standing is None:
        try:
            name_new(step.temporary, step.target)
        except FileExistsError:
            raise ChangedError(f"{shown_path(step.target)}: is there already; run again") from None
        return
    if not step.standing.still_at(step.target):
        raise ChangedError(f"{shown_path(step.target)}: has changed since it was read; run again")
    if step.change.new is None:
        os.unlink(step.target)
    else:
        os.replace(step.temporary, step.target)


def _take_back(root: Path, entry: Entry, record: Record, problem: BaseException) -> None:
    try:
        roll_back(root, entry, record, foreign=True)
        drop(entry)
    except (OSError, WriteError) as worse:
        cause = problem if isinstance(problem, OSError) else worse
        words = said(cause, str(root)) if isinstance(cause, OSError) else cause
        first = str(words).removesuffix(": nothing was changed")
        raise WriteError(f"{first}: stopped half way; the next command that writes will roll it back") from None


def _decide(pending: Entry, undoes: Entry | None) -> None:
    """Let the command have happened: one rename decides."""
    if undoes is None:
        pending.moved(FINISHED)
    else:
        undoes.moved(SCRAP)


def _has_happened(pending: Entry, undoes: Entry | None) -> bool:
    """Tell whether that rename was made, though the system may have said that it failed, or it was interrupted."""
    return not os.path.lexists((undoes or pending).path)


def _let_last(home: str, pending: Entry, undoes: Entry | None) -> Entry:
    try:
        sync_folder(shelf(home))
        if undoes is None:
            return pending.at(FINISHED)
        empty(undoes.at(SCRAP))
        drop(pending)
    except OSError as problem:
        place = shown_path(shelf(home))
        raise WriteError(
            f"{place}: {problem.strerror}: all is changed, but it is uncertain whether that lasts"
        ) from None
    return pending
