"""The index's tables, and how it is opened: whatever is wrong with the file, it is made anew or done without."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

VERSION = 12
"""Raised with every change of the tables or of what is read from a letter; an index of another version is made anew."""
PAGE = 16_384
"""Bytes of a page: the full text is written in long runs, and larger pages save a sixth of their time and place."""
SEGMENTS = 64
"""So many segments FTS5 lets stand before it merges them all at once; a hundred thousand letters make half as many."""
CACHE = 6_000
"""KiB of the index that are held in memory."""
PATIENCE = 10
"""Seconds to wait for another process that writes."""

_TABLES = f"""
PRAGMA user_version = {VERSION};
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS letters (
    n INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL,
    size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER, digest BLOB, problem TEXT,
    id TEXT, words INTEGER, undated INTEGER, earliest INTEGER, latest INTEGER, uncertain INTEGER, sort TEXT
);
CREATE TABLE IF NOT EXISTS records (n INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS terms (t INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL,
    folded TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS held (t INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (t, n)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shelves (s INTEGER PRIMARY KEY, level TEXT, name TEXT, shown TEXT,
    UNIQUE (level, name, shown));
CREATE TABLE IF NOT EXISTS shelved (s INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (s, n)) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS said USING fts5 (text, notes, tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE IF NOT EXISTS unsaid (n INTEGER PRIMARY KEY);
INSERT INTO said (said, rank) VALUES ('hashsize', {16 * 1024 * 1024});
INSERT INTO said (said, rank) VALUES ('crisismerge', {SEGMENTS});
CREATE TABLE IF NOT EXISTS analyses (a INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, version TEXT);
CREATE TABLE IF NOT EXISTS facts (a INTEGER, digest BLOB, data BLOB, PRIMARY KEY (a, digest)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS wholes (a INTEGER PRIMARY KEY, state TEXT, data BLOB);
"""
ORDER_OF_FACTS = {"letters_by_digest": "letters (digest, path)"}
"""The order in which analyses look up what they keep."""
ORDERS = {
    "letters_by_date": "letters (sort, id, path) WHERE problem = ''",
    "letters_by_day": "letters (undated, uncertain, earliest, latest) WHERE problem = ''",
    "letters_by_words": "letters (words) WHERE problem = ''",
    "letters_unread": "letters (path) WHERE problem != ''",
}
"""Orders of the letters that are made when all are read: sorting once takes a third of keeping sorted.

What a question asks of all letters stands in one of them, so that it need not go through the letters themselves. They
are made when somebody asks for values: until then, as where the values are not in step, they may be missing.
"""
ORDERS_OF_VALUES = {"terms_by_value": "terms (key, value)", "held_by_letter": "held (n)"}
"""The same of the values of their front matter."""


def without_orders(database: sqlite3.Connection, orders: Iterable[str]) -> None:
    """Take orders away, before very many letters are read."""
    for name in orders:
        database.execute(f"DROP INDEX IF EXISTS {name}")


def with_orders(database: sqlite3.Connection, orders: Mapping[str, str]) -> None:
    """Make those orders that are not there."""
    for name, of in orders.items():
        database.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {of}")


def connect(path: str, root: str) -> sqlite3.Connection:
    """Open the index at ``path``; a damaged or foreign file is replaced, where none can be written memory serves.

    Args:
        path: Where the index lies; "" for memory.
        root: The corpus it must be of.
    """
    import sqlite3

    if path:
        for _ in range(2):
            try:
                os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
                return _opened(path, root)
            except sqlite3.OperationalError:
                break
            except (sqlite3.DatabaseError, OSError):
                with contextlib.suppress(OSError):
                    os.unlink(path)
    return _opened(":memory:", root)


def _refuse_other(version: int) -> None:
    import sqlite3

    if version not in (0, VERSION):
        raise sqlite3.DatabaseError("an index of another version")


def _refuse_foreign(database: sqlite3.Connection, root: str) -> None:
    import sqlite3

    if database.execute("SELECT value FROM meta WHERE key = 'root'").fetchone() != (root,):
        raise sqlite3.DatabaseError("another corpus's index")


def _opened(path: str, root: str) -> sqlite3.Connection:
    from corpuscli.store.index.database import Database

    database = Database(path, timeout=PATIENCE, isolation_level=None)
    try:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        _refuse_other(version)
        database.execute("PRAGMA synchronous = OFF")
        if version == 0:
            database.execute(f"PRAGMA page_size = {PAGE}")
            database.execute("PRAGMA journal_mode = WAL")
            database.executescript(_TABLES)
            with_orders(database, ORDER_OF_FACTS | ORDERS | ORDERS_OF_VALUES)
            database.execute("INSERT OR IGNORE INTO meta VALUES ('root', ?)", (root,))
        database.execute(f"PRAGMA cache_size = -{CACHE}")
        database.execute("SELECT n, sort FROM letters LIMIT 1").fetchall()
        _refuse_foreign(database, root)
    except BaseException:
        database.close()
        raise
    return database
