"""Rolls back what a killed command left half done. Its record is checked as if an enemy had written it."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from corpuscli.errors import UndoError, WriteError
from corpuscli.store.corpus import shown_path
from corpuscli.store.writing.disk import remove_folder_quietly, sync_folder, temporary_name
from corpuscli.store.writing.place import confined, read_own
from corpuscli.store.writing.record import damaged, digest, old_bytes, read_record
from corpuscli.store.writing.shelf import FINISHED, PENDING, SCRAP, drop, empty, entries

if TYPE_CHECKING:
    from pathlib import Path

    from corpuscli.store.writing.record import Record
    from corpuscli.store.writing.shelf import Entry


def recover(root: Path, home: str) -> list[tuple[Entry, Record]]:
    """Bring the files of every pending record back to their old bytes, and drop the record.

    Returns:
        The commands that were so taken back, the last one first; an undo that was stopped is none.

    Raises:
        UndoError: A file has neither the old nor the new bytes: somebody changed it in between; nothing is touched.
        OSError: As the system says; the next run goes on.
    """
    known = entries(home)
    taken: list[tuple[Entry, Record]] = []
    for entry in reversed(known):
        if entry.state == SCRAP:
            empty(entry)
        elif entry.state == PENDING:
            record = read_record(entry.path)
            undone = all(other.state != FINISHED or other.number != record.undoes for other in known)
            if not (record.undoes and undone):
                roll_back(root, entry, record)
            drop(entry)
            if not record.undoes:
                taken.append((entry, record))
    return taken


def roll_back(root: Path, entry: Entry, record: Record, *, foreign: bool = False) -> None:
    """Give every file of a pending record its old bytes again; needs no room on the disk.

    Args:
        root: The corpus.
        entry: Where the record lies.
        record: What it says.
        foreign: Whether a file that somebody else has changed is left alone, rather than refused.

    Raises:
        UndoError: The record is damaged, or a file is neither what it was nor what the command made of it.
    """
    try:
        targets = [confined(root, change.path) for change in record.changes]
        folders = [confined(root, folder) for folder in record.folders]
    except WriteError as problem:
        raise damaged(entry.path, str(problem)) from None
    plan = _plan(entry, record, targets, foreign=foreign)
    for target, old in reversed(plan):
        os.replace(old, target) if old else os.unlink(target)
    for index, target in enumerate(targets):
        with suppress(FileNotFoundError):
            os.unlink(temporary_name(target, f"{entry.number:06}-{index}"))
    for folder in reversed(folders):
        remove_folder_quietly(folder)
    for folder in sorted({os.path.dirname(target) for target, _ in plan}):
        if os.path.isdir(folder):
            sync_folder(folder)


def _plan(entry: Entry, record: Record, targets: list[str], *, foreign: bool) -> list[tuple[str, str]]:
    """Return each file that must change, and the file with its old bytes; "" where it must go."""
    plan: list[tuple[str, str]] = []
    for index, (change, target) in enumerate(zip(record.changes, targets, strict=True)):
        standing = read_own(target, linked=True)
        now = digest(standing.data if standing else None)
        if now == change.old:
            continue
        if now == change.new:
            if change.old:
                old_bytes(entry.path, record, index)
            plan.append((target, os.path.join(entry.path, f"{index}.old") if change.old else ""))
        elif not foreign:
            raise UndoError(
                f"{shown_path(target)}: has changed since a command was stopped half way; "
                "to keep all files as they are now: corpuscli undo --forget"
            )
    return plan
