"""Rolls back what a killed command left half done. Its record is checked as if an enemy had written it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpuscli.errors import InputError, UndoError
from corpuscli.store.corpus import shown_path
from corpuscli.store.files import read_bytes
from corpuscli.store.writing.disk import remove_quietly, sync_folder, temporary_name, write_synced
from corpuscli.store.writing.place import check_own_file, confined
from corpuscli.store.writing.record import digest, drop_record, records, undo_folder

if TYPE_CHECKING:
    from pathlib import Path

    from corpuscli.store.writing.record import Record


def recover(root: Path, home: str) -> None:
    """Bring the files of every pending record back to their old bytes, and drop the record.

    Raises:
        UndoError: A file has neither the old nor the new bytes: somebody changed it in between; nothing is touched.
    """
    for record in reversed(records(home, pending=True)):
        restore(root, record)
        drop_record(record.folder)
    _sweep(home)


def restore(root: Path, record: Record) -> list[str]:
    """Give every file of a record its old bytes again.

    Returns:
        The corpus-relative paths that changed.

    Raises:
        UndoError: A file is neither what it was nor what the command made of it, or the record is damaged.
    """
    plan: list[tuple[str, bytes | None, int | None]] = []
    for index, change in enumerate(record.changes):
        target = confined(root, change.path)
        status = check_own_file(target)
        now = digest(_read(target)) if status is not None else ""
        if now == change.old:
            continue
        if now != change.new:
            raise UndoError(f"{shown_path(target)}: has changed since; undo would lose that change")
        plan.append((change.path, record.old_bytes(index), status.st_mode & 0o7777 if status is not None else None))
    for path, old, mode in plan:
        target = confined(root, path)
        if old is None:
            os.unlink(target)
        else:
            write_synced(temporary_name(target), old, mode)
            os.replace(temporary_name(target), target)
        sync_folder(os.path.dirname(target))
    for change in record.changes:
        remove_quietly(temporary_name(confined(root, change.path)))
    return [path for path, _, _ in plan]


def _read(target: str) -> bytes:
    try:
        return read_bytes(target)
    except InputError as problem:
        raise UndoError(str(problem)) from None


def _sweep(home: str) -> None:
    """Remove pending folders without a list: their command was killed before it changed anything."""
    try:
        names = os.listdir(undo_folder(home))
    except FileNotFoundError:
        return
    for name in names:
        folder = os.path.join(undo_folder(home), name)
        if name.endswith(".pending") and not os.path.islink(folder):
            drop_record(folder)
