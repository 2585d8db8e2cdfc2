"""A command that writes more than fits in memory: batch after batch, each all or nothing, under one record."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from typing import TYPE_CHECKING

from corpuscli.store.writing.disk import write_synced
from corpuscli.store.writing.home import open_home
from corpuscli.store.writing.lock import locked
from corpuscli.store.writing.record import Record, drop_record, records
from corpuscli.store.writing.transaction import Change, Transaction

if TYPE_CHECKING:
    from pathlib import Path


class Batches:
    """Writes new files in batches that ``undo`` takes back together.

    Args:
        root: The corpus's folder.
        command: The command line, kept for ``undo --list``.
    """

    def __init__(self, root: Path, command: str) -> None:
        """Write nothing yet."""
        self._root, self._command = root, command
        self._record: Record | None = None

    def commit(self, changes: list[Change]) -> None:
        """Make a batch of files that are not there, all or none.

        Raises:
            WriteError: See :meth:`Transaction.commit`; the batches before stay.
        """
        record = Transaction(self._root, self._command, changes).commit()
        if record is None:
            return
        self._record = record if self._record is None else self._joined(self._record, record)

    def _joined(self, first: Record, second: Record) -> Record:
        """Put the new files of the second record into the first one, and drop the second.

        A stop in between leaves two records: two ``undo`` take back what one should.
        """
        home = open_home(self._root)
        with locked(home):
            if first.folder not in [kept.folder for kept in records(home)]:  # taken back or forgotten meanwhile
                return second
            changes = (*first.changes, *second.changes)
            said = {"command": first.command, "time": first.time, "changes": [asdict(change) for change in changes]}
            path = os.path.join(first.folder, "record.json")
            write_synced(path + ".new", json.dumps(said, ensure_ascii=False).encode())
            drop_record(second.folder)
            os.replace(path + ".new", path)
        return Record(first.folder, first.command, first.time, changes)
