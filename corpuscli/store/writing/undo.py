"""Takes back the last writing command, byte for byte."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpuscli.errors import UndoError, WriteError
from corpuscli.store.corpus import shown_path
from corpuscli.store.writing.home import NAME, check_home
from corpuscli.store.writing.lock import locked
from corpuscli.store.writing.record import drop_record, records
from corpuscli.store.writing.recovery import recover, restore

if TYPE_CHECKING:
    from pathlib import Path

    from corpuscli.store.writing.record import Record


def history(root: Path) -> list[Record]:
    """Return the commands that can be undone, the last one first."""
    home = _home(root)
    return list(reversed(records(home))) if home else []


def undo_last(root: Path) -> tuple[Record, list[str]]:
    """Take back the last command.

    Returns:
        Its record, and the corpus-relative paths that changed.

    Raises:
        UndoError: There is nothing to undo, or a file has changed since.
        WriteError: The disk refused; what was restored so far is completed by the next run.
    """
    home = _home(root)
    if not home:
        raise UndoError("nothing to undo")
    with locked(home):
        recover(root, home)
        kept = records(home)
        if not kept:
            raise UndoError("nothing to undo")
        try:
            paths = restore(root, kept[-1])
            drop_record(kept[-1].folder)
        except OSError as problem:
            raise WriteError(f"{shown_path(str(problem.filename))}: {problem.strerror}") from None
        return kept[-1], paths


def forget(root: Path) -> int:
    """Drop all records; return how many there were."""
    home = _home(root)
    if not home:
        return 0
    with locked(home):
        kept = records(home)
        for record in kept:
            drop_record(record.folder)
        return len(kept)


def _home(root: Path) -> str:
    home = os.path.join(root, NAME)
    if not os.path.lexists(home):
        return ""
    check_home(home)
    return home
