"""What a command changed: ``record.json`` in a record's folder, and the old bytes of every file as ``N.old``.

A record may come with a corpus from elsewhere: nothing in it is believed unchecked.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import asdict
from typing import Any

from corpuscli.errors import InputError, UndoError
from corpuscli.model.values import dataclass
from corpuscli.store.corpus import shown_path
from corpuscli.store.files import read_bytes
from corpuscli.store.writing.disk import write_synced

_DIGEST = re.compile(r"(?:[0-9a-f]{64})?")
_LATEST = 253402300799
"""The last second of the year 9999."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One file.

    Args:
        path: Its path in the corpus, with ``/``.
        old: The SHA-256 digest of its bytes before; "" where there was no file.
        new: The digest after.
        mode: Its permission bits before; -1 where there was no file.
    """

    path: str
    old: str
    new: str
    mode: int


@dataclass(frozen=True, slots=True)
class Record:
    """One command, or one batch of a command that writes many files.

    Args:
        command: The command line, for people.
        time: When it ran, in seconds since 1970.
        changes: The files, in the order in which they were changed.
        folders: The folders of the corpus that were made, outer ones first.
        undoes: The number of the record that this one takes back; 0 where it is none.
    """

    command: str
    time: float
    changes: tuple[Changed, ...]
    folders: tuple[str, ...] = ()
    undoes: int = 0


def digest(data: bytes | None) -> str:
    """Return the SHA-256 of some bytes in hexadecimal; "" for no file."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def write_record(folder: str, record: Record) -> None:
    """Write the list of a record."""
    write_synced(os.path.join(folder, "record.json"), json.dumps(asdict(record)).encode())


def read_record(folder: str) -> Record:
    """Read the list of a record.

    Raises:
        UndoError: It is damaged, or none of ours.
    """
    try:
        said: Any = json.loads(read_bytes(os.path.join(folder, "record.json")))
        record = Record(
            str(said["command"]),
            float(said["time"]),
            tuple(_changed(change) for change in said["changes"]),
            tuple(str(name) for name in said["folders"]),
            int(said["undoes"]),
        )
    except InputError as problem:
        raise damaged(folder, problem.message) from None
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError):
        raise damaged(folder, "record.json is none of ours") from None
    if not 0 <= record.time <= _LATEST:
        raise damaged(folder, "its time is none")
    return record


def _changed(said: dict[str, Any]) -> Changed:
    old, new, mode = str(said["old"]), str(said["new"]), int(said["mode"])
    if not (_DIGEST.fullmatch(old) and _DIGEST.fullmatch(new)) or not -1 <= mode <= 0o777:  # noqa: PLR2004 - see Changed
        raise ValueError
    return Changed(str(said["path"]), old, new, mode)


def old_bytes(folder: str, record: Record, index: int) -> bytes:
    """Return the bytes that the file at ``index`` had; they lie in ``N.old``.

    Raises:
        UndoError: They are not the bytes the record speaks of.
    """
    try:
        data = read_bytes(os.path.join(folder, f"{index}.old"))
    except InputError as problem:
        raise damaged(folder, problem.message) from None
    if digest(data) != record.changes[index].old:
        raise damaged(folder, f"{index}.old is not what it was")
    return data


def damaged(folder: str, why: str) -> UndoError:
    """Say that a record cannot be used, and how to go on."""
    return UndoError(f"{shown_path(folder)}: the record is damaged ({why}); drop all records: corpuscli undo --forget")
