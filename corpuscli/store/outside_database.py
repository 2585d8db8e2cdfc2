"""Writes an SQLite database that is no part of a corpus: complete, or not there."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpuscli.errors import WriteError
from corpuscli.store.guarding import keep_off
from corpuscli.store.writing.disk import remove_quietly, temporary_name

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence


class Database:
    """A database that is being written.

    Args:
        connection: Its connection; nobody else sees the file yet.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write nothing yet."""
        self._connection = connection

    def run(self, statement: str) -> None:
        """Run one statement that has no values."""
        self._connection.execute(statement)

    def insert(self, statement: str, row: Sequence[object]) -> None:
        """Run one statement with the values of a row."""
        self._connection.execute(statement, row)


@contextmanager
def making(path: str) -> Generator[Database]:
    """Make a database; the old file stands until the new one is complete.

    Raises:
        WriteError: It cannot be written, or belongs to a corpus.
    """
    keep_off(path)
    target = os.path.realpath(path)
    if os.path.isdir(target):
        raise WriteError(f"{path}: is a folder, and a file is to be written: name another")
    temporary = temporary_name(target, str(os.getpid()))
    remove_quietly(temporary)
    try:
        connection = sqlite3.connect(temporary, isolation_level=None)
        try:
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "page_size = 4096", "foreign_keys = OFF"):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("BEGIN")
            yield Database(connection)
            connection.execute("COMMIT")
        finally:
            connection.close()
        _sync(temporary)
        os.replace(temporary, target)
    except (sqlite3.OperationalError, OSError) as problem:
        why = getattr(problem, "strerror", None) or str(problem)
        raise WriteError(f"{path}: {why}: nothing was written") from None
    finally:
        remove_quietly(temporary)
        remove_quietly(f"{temporary}-journal")


def _sync(path: str) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
