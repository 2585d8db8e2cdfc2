"""The index as it stands, without a look at the files: for answers that must come while a key is pressed."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from corpuscli.store.index.place import index_path
from corpuscli.store.index.schema import VERSION

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

MOST = 200
"""Values that are offered at most."""
PATIENCE = 0.05
"""Seconds to wait for another process that writes."""
_LAST = "\U0010ffff"
_VALUES = (
    "SELECT value, folded FROM terms WHERE key = ?1 AND value >= ?2 AND value < ?3"
    " AND EXISTS (SELECT 1 FROM held WHERE held.t = terms.t)"
)
_VALUES_TO_COME = (
    "SELECT one.value, NULL FROM records, json_each(record, '$.' || ?1) AS one"
    " WHERE n > coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'termed'), 0)"
    " AND json_type(record, '$.' || ?1) IN ('text', 'array') AND one.value != '' AND one.value >= ?2 AND one.value < ?3"
)
"""The values of letters that were read when nobody asked for them; see ``terms``."""


def standing_path(root: Path, name: str) -> str:
    """Return the path of the letter whose file has that name without its suffix, "" where the index knows none."""
    sql = "SELECT path FROM letters WHERE id = ?1 AND (path LIKE '%' || ?1 || '.txt' OR path LIKE '%' || ?1 || '.md')"
    rows = _asked(root, sql, name)
    if len(rows) != 1:
        return ""
    path = str(rows[0][0])
    return path if path.rpartition("/")[2].rpartition(".")[0] == name else ""


def standing_values(root: Path, key: str, begin: str = "") -> list[tuple[str, str]]:
    """Return values of a key that begin so, each with its folded form, in the order of the alphabet; ``MOST`` at most.

    Without a beginning all of them are returned.
    """
    limit = f" LIMIT {MOST}" if begin else ""
    rows = _asked(root, f"{_VALUES} UNION {_VALUES_TO_COME} ORDER BY value{limit}", key, begin, begin + _LAST)
    return list({str(value): _fold(key, str(value), known) for value, known in rows}.items())


def _fold(key: str, value: str, known: object) -> str:
    if isinstance(known, str):
        return known
    from corpuscli.store.index.folds import folded

    return folded(key, value)


def _asked(root: Path, sql: str, *values: str) -> list[tuple[object, ...]]:
    """Ask the index; where there is none, or not ours, there is no answer."""
    import sqlite3

    path = index_path(root)
    if not path or not os.path.exists(path):
        return []
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as database:
            return database.execute(sql, values).fetchall() if _is_ours(database, root) else []
    except sqlite3.Error:
        return []


def _is_ours(database: sqlite3.Connection, root: Path) -> bool:
    database.execute("PRAGMA query_only = 1")
    [version] = database.execute("PRAGMA user_version").fetchone()
    if version != VERSION:
        return False
    return bool(database.execute("SELECT value FROM meta WHERE key = 'root'").fetchone() == (os.path.realpath(root),))
