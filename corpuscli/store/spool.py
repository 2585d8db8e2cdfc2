"""Texts under keys that lie on disk, for what would fill the memory; they are gone when the program ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterable

_CACHE = 1_000
"""KiB that are held in memory."""


class Spool:
    """Many texts, found by their keys; first all are put, then they are asked for.

    They lie in a temporary database without a name, which SQLite begins to write when its memory is full.
    """

    def __init__(self) -> None:
        import sqlite3

        self._database = sqlite3.connect("", isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE}"):
            self._database.execute(f"PRAGMA {pragma}")
        self._database.execute("CREATE TABLE put (key TEXT NOT NULL, value TEXT NOT NULL)")
        self._database.execute("BEGIN")

    def put(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Put texts under their keys.

        Raises:
            WriteError: The disk for temporary files is full.
        """
        import sqlite3

        try:
            self._database.executemany("INSERT INTO put VALUES (?, ?)", pairs)
        except sqlite3.OperationalError as problem:
            raise _full(problem) from None

    def settle(self) -> None:
        """Make what was put ready to be found.

        Raises:
            WriteError: The disk for temporary files is full.
        """
        import sqlite3

        try:
            self._database.execute("CREATE INDEX IF NOT EXISTS by_key ON put (key)")
        except sqlite3.OperationalError as problem:
            raise _full(problem) from None

    def of(self, key: str, most: int = -1) -> list[str]:
        """Return the texts under a key as they were put, all of them or so many."""
        sql = "SELECT value FROM put WHERE key = ? ORDER BY rowid LIMIT ?"
        return [value for (value,) in self._database.execute(sql, (key, most))]

    def close(self) -> None:
        """Give the disk back."""
        self._database.close()


def _full(problem: Exception) -> WriteError:
    return WriteError(f"temporary files cannot be written: {problem}: nothing was written")
