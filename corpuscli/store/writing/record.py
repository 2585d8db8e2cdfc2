"""What a command changed, kept so that it can be completed, rolled back or undone.

A record is a folder ``undo/NNNNNN`` in ``.corpuscli``: ``record.json`` names the command and, for every file, its path
in the corpus and the digests of its old and new bytes; ``N.old`` holds the old bytes. While the command is at work the
folder is called ``NNNNNN.pending``. A record may come with a cloned corpus: nothing in it is believed unchecked.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass
from typing import Any

from corpuscli.errors import UndoError
from corpuscli.store.writing.disk import remove_quietly, sync_folder, write_synced

KEPT = 50
"""How many commands can be undone."""

_NAME = re.compile(r"[0-9]{6}")


@dataclass(frozen=True, slots=True)
class Changed:
    """One file: its path in the corpus, and the SHA-256 digests of its bytes; "" where there is no file."""

    path: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Record:
    """One command.

    Args:
        folder: Where the record lies.
        command: The command line, for people.
        time: When it ran, in seconds since 1970.
        changes: The files, in the order in which they were changed.
    """

    folder: str
    command: str
    time: float
    changes: tuple[Changed, ...]

    @property
    def number(self) -> str:
        """The record's name, the same for the pending and the finished one."""
        return os.path.basename(self.folder).partition(".")[0]

    def old_bytes(self, index: int) -> bytes | None:
        """Return the bytes that the file at ``index`` had; None where there was none.

        Raises:
            UndoError: They are not the bytes the record speaks of.
        """
        if not self.changes[index].old:
            return None
        try:
            with open(os.path.join(self.folder, f"{index}.old"), "rb") as file:
                data = file.read()
        except OSError as problem:
            raise UndoError(f"{self.folder}: the record is damaged: {problem.strerror}") from None
        if digest(data) != self.changes[index].old:
            raise UndoError(f"{self.folder}: the record is damaged: {index}.old is not what it was")
        return data


def digest(data: bytes | None) -> str:
    """Return the SHA-256 of some bytes in hexadecimal; "" for no file."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def undo_folder(home: str) -> str:
    """Return the folder of the records."""
    return os.path.join(home, "undo")


def records(home: str, *, pending: bool = False) -> list[Record]:
    """Read all finished (or all pending) records, oldest first; what is no record is passed over."""
    try:
        names = sorted(os.listdir(undo_folder(home)))
    except FileNotFoundError:
        return []
    suffix = ".pending" if pending else ""
    wanted = [n for n in names if n.endswith(suffix) and _NAME.fullmatch(n.removesuffix(suffix))]
    return [r for n in wanted if (r := _read(os.path.join(undo_folder(home), n))) is not None]


def _read(folder: str) -> Record | None:
    try:
        with open(os.path.join(folder, "record.json"), "rb") as file:
            said: Any = json.loads(file.read())
        changes = tuple(Changed(str(c["path"]), str(c["old"]), str(c["new"])) for c in said["changes"])
        return Record(folder, str(said["command"]), float(said["time"]), changes)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def start_record(home: str, command: str, time: float, changes: list[tuple[Changed, bytes | None]]) -> Record:
    """Write a pending record and make it last, before anything is changed."""
    base = undo_folder(home)
    os.makedirs(base, mode=0o700, exist_ok=True)
    names = [n[:6] for n in os.listdir(base) if _NAME.match(n)]
    folder = os.path.join(base, f"{int(max(names, default='0')) + 1:06}.pending")
    os.mkdir(folder, 0o700)
    for index, (_, old) in enumerate(changes):
        if old is not None:
            write_synced(os.path.join(folder, f"{index}.old"), old)
    record = Record(folder, command, time, tuple(change for change, _ in changes))
    said = {"command": command, "time": time, "changes": [asdict(change) for change in record.changes]}
    write_synced(os.path.join(folder, "record.json"), json.dumps(said, ensure_ascii=False).encode())
    sync_folder(folder)
    sync_folder(base)
    return record


def finish_record(home: str, record: Record) -> Record:
    """Turn a pending record into one that can be undone, and drop the oldest beyond ``KEPT``."""
    done = record.folder.removesuffix(".pending")
    os.rename(record.folder, done)
    sync_folder(undo_folder(home))
    for old in records(home)[:-KEPT]:
        drop_record(old.folder)
    return Record(done, record.command, record.time, record.changes)


def drop_record(folder: str) -> None:
    """Remove a record; its list first, so that half a record is never read."""
    remove_quietly(os.path.join(folder, "record.json"))
    for name in os.listdir(folder):
        remove_quietly(os.path.join(folder, name))
    os.rmdir(folder)
