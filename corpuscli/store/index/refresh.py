"""Brings the index in step with the files: one walk, and only what has changed is read again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from corpuscli.store.index.walk import stamps

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.content import Content
    from corpuscli.store.index.walk import Stamp

RACY = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was read may change again within its timestamp's grain."""


def refresh(database: sqlite3.Connection, corpus: Corpus) -> None:
    """Bring the index in step.

    Where the fingerprint of all stamps is the one kept, nothing has changed and nothing is read. A stamp younger than
    ``RACY`` when it was kept is not trusted: then no fingerprint is kept, and such letters are read again.

    Raises:
        InputError: A folder cannot be listed.
        sqlite3.Error: The index cannot be read or written.
    """
    now = time.time_ns()
    found = list(stamps(str(corpus.root)))
    fingerprint = _fingerprint(found)
    kept = database.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    if kept is not None and kept[0] == fingerprint:
        return
    database.execute("BEGIN IMMEDIATE")
    try:
        _update(database, corpus, found, now)
        trusted = all(max(stamp[2], stamp[3]) < now - RACY for stamp in found)
        database.execute(
            "INSERT OR REPLACE INTO meta VALUES ('fingerprint', ?)", (fingerprint if trusted else f"racy {now}",)
        )
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise


def _fingerprint(found: Sequence[Stamp]) -> str:
    """Sum up all stamps: any change of a file changes its ctime, and so a sum (hashlib costs a third of a start)."""
    from zlib import crc32

    sums = [sum(column) for column in list(zip(*found, strict=True))[1:]]
    names = "\n".join([f"{stamp[0]}\0{stamp[1]}\0{stamp[2]}" for stamp in found])
    return f"{len(found)} {sums} {crc32(names.encode('utf-8', 'surrogateescape'))}"


def _update(database: sqlite3.Connection, corpus: Corpus, found: Sequence[Stamp], now: int) -> None:
    kept = {row[0]: row for row in database.execute("SELECT path, size, mtime, ctime, inode, n FROM letters")}
    written = database.execute("SELECT value FROM meta WHERE key = 'written'").fetchone()
    safe = (int(written[0]) if written else 0) - RACY
    changed = [stamp for stamp in found if kept.get(stamp[0], ())[:5] != stamp or max(stamp[2], stamp[3]) >= safe]
    gone = kept.keys() - {stamp[0] for stamp in found}
    _forget(database, [kept[path][5] for path in gone])
    if changed:
        from corpuscli.store.index.content import content_of

        _keep(database, changed, [content_of(corpus, stamp[0]) for stamp in changed], kept)
    database.execute("INSERT OR REPLACE INTO meta VALUES ('written', ?)", (str(now),))


def _forget(database: sqlite3.Connection, numbers: Iterable[int]) -> None:
    rows = [(number,) for number in numbers]
    database.executemany("DELETE FROM held WHERE n = ?", rows)
    database.executemany("DELETE FROM letters WHERE n = ?", rows)


_INSERT = f"INSERT OR REPLACE INTO letters VALUES ({', '.join('?' * 16)})"


def _keep(
    database: sqlite3.Connection,
    changed: Sequence[Stamp],
    contents: Sequence[Content],
    kept: dict[str, tuple[object, ...]],
) -> None:
    known: dict[tuple[str, str], int] = {
        (key, value): number for number, key, value in database.execute("SELECT t, key, value FROM terms")
    }
    database.executemany("DELETE FROM held WHERE n = ?", [(kept[s[0]][5],) for s in changed if s[0] in kept])
    from corpuscli.store.index.folds import folded

    old_terms = len(known)
    top = database.execute("SELECT coalesce(max(n), 0) FROM letters").fetchone()[0]
    held: list[tuple[int, int]] = []
    rows: list[tuple[object, ...]] = []
    for stamp, content in zip(changed, contents, strict=True):
        old = kept.get(stamp[0])
        if old is None:
            top += 1
        number = top if old is None else int(str(old[5]))
        rows.append((number, *stamp, content.digest, content.problem, *content.columns))
        held += ((known.setdefault(term, len(known) + 1), number) for term in content.terms)
    database.executemany(_INSERT, rows)
    new = ((number, *term, folded(*term)) for term, number in known.items() if number > old_terms)
    database.executemany("INSERT INTO terms VALUES (?, ?, ?, ?)", new)
    database.executemany("INSERT OR IGNORE INTO held VALUES (?, ?)", held)
