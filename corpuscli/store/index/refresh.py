"""Brings the index in step with the files: one walk, and only what has changed is read again."""

from __future__ import annotations

import marshal
import os
import time
from typing import TYPE_CHECKING

from corpuscli.store.index.kept import KeptFacts, prune
from corpuscli.store.index.schema import ORDER_OF_FACTS, ORDERS, with_orders, without_orders
from corpuscli.store.index.terms import bring_in_step, in_step
from corpuscli.store.index.walk import fingerprint, given_path, kept_path, shelves, stamp_of, stamps

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.content import Content
    from corpuscli.store.index.looking import Looking
    from corpuscli.store.index.walk import Shelf, Stamp

Kept = tuple[str, int, int, int, int, int, bytes]
"""A stamp, then the letter's number in the index and the digest of its bytes."""

RACY = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was read may change again within its timestamp's grain."""

GRAIN = 50_000_000
"""Nanoseconds: the same for folders, as file systems of today count; where time is coarser, that a file is never
written over guards what is added."""


def refresh(
    database: sqlite3.Connection, corpus: Corpus, looking: Looking | None = None, *, values: bool = True
) -> str:
    """Bring the index in step, and begin to read it: what is read from now on is one state, whoever writes meanwhile.

    Where the fingerprint of all stamps is the one kept, nothing has changed and nothing is read. A stamp younger than
    ``RACY`` when it was kept is not trusted: then no fingerprint is kept, and such letters are read again.

    Args:
        database: The open index.
        corpus: Its corpus.
        looking: An analysis that looks on when letters are read.
        values: Whether values of their front matter will be asked for.

    Returns:
        The state of the corpus: another whenever a letter has changed, come or gone.

    Raises:
        InputError: A folder cannot be listed.
        sqlite3.Error: The index cannot be read or written.
    """
    if _meta(database, "fingerprint")[:1].isdecimal():  # else no walk could tell that nothing has changed
        now_there = fingerprint(shelves(str(corpus.root)))
        database.execute("BEGIN")
        if _meta(database, "fingerprint") == now_there and (not values or in_step(database)):
            return _meta(database, "state")
        database.execute("COMMIT")
    database.execute("BEGIN IMMEDIATE")
    try:
        now = time.time_ns()
        walked = _walked(database, str(corpus.root), looking)
        now_there, found = fingerprint(walked), stamps(walked)
        youngest = max([max(stamp[2], stamp[3]) for stamp in found], default=0)
        if _update(database, corpus, found, now, looking):
            _note(database, "state", int(_meta(database, "state") or 0) + 1)
        if values:
            with_orders(database, ORDERS)
            bring_in_step(database)
        _note(database, "fingerprint", now_there if youngest < now - RACY else f"racy {now}")
        folders = (folder for folder, names, _ in walked if names)
        _note(database, "folders", folder_times(corpus, folders, before=now - GRAIN))
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("BEGIN")
    return _meta(database, "state")


def _walked(database: sqlite3.Connection, root: str, looking: Looking | None) -> list[Shelf]:
    """Walk; where all letters will be looked at, a fork walks, and this process makes ready."""
    from corpuscli.store.index.reading import forks

    if looking is None or not forks() or database.execute("SELECT 1 FROM letters LIMIT 1").fetchone():
        return list(shelves(root))
    from corpuscli.store.index.forks import beside

    with beside(lambda: marshal.dumps(list(shelves(root)))) as walking:
        looking.warm()
        walked: list[Shelf] = marshal.loads(walking())  # noqa: S302 - of a fork of this process
        return walked


def folder_times(corpus: Corpus, paths: Iterable[str], before: int = 0) -> str:
    """Return the times at which the letters' folders last took in or lost a file, for who must not walk.

    Args:
        corpus: The corpus.
        paths: Its letters, or their folders, each with ``/`` behind it; the corpus itself is "".
        before: Times from here on (nanoseconds) are not trusted; 0 for trust.

    Returns:
        JSON: folder, time, folder, time ...; empty where one cannot be trusted.
    """
    import json

    names = {path.rpartition("/")[0] for path in paths}
    above = {"/".join(name.split("/")[:depth]) for name in names for depth in range(1, name.count("/") + 2)}
    times: list[str | int] = []
    for folder in sorted({"", *above}):
        try:
            changed = os.stat(corpus.absolute(folder)).st_mtime_ns
        except OSError:
            return ""
        if before and changed >= before:
            return ""
        times += [folder, changed]
    return json.dumps(times)


def take_in(database: sqlite3.Connection, corpus: Corpus, paths: Sequence[str]) -> None:
    """Read letters that have just been written into the index, without a walk.

    Raises:
        sqlite3.Error: The index cannot be written.
    """
    from corpuscli.store.index.reading import batches

    found = [stamp_of(corpus, path) for path in paths]
    old = {path: row for path in paths if (row := _row(database, path))}
    at = 0
    for contents in batches(corpus, [(path, b"") for path in paths]):
        _keep(database, found[at : at + len(contents)], contents, old)
        at += len(contents)
    bring_in_step(database)
    prune(database, {row[6] for row in old.values()})
    _note(database, "state", int(_meta(database, "state") or 0) + 1)
    _note(database, "fingerprint", "")  # else a corpus that has lost these letters again would seem unchanged


def _update(
    database: sqlite3.Connection, corpus: Corpus, found: Sequence[Stamp], now: int, looking: Looking | None
) -> bool:
    """Read again what has changed, and tell whether anything had."""
    kept = _rows(database)
    safe = int(_meta(database, "written") or 0) - RACY
    changed = [stamp for stamp in found if kept.get(stamp[0], ())[:5] != stamp or max(stamp[2], stamp[3]) >= safe]
    gone = kept.keys() - {stamp[0] for stamp in found}
    _forget(database, [kept[path][5] for path in gone])
    new = _read_again(database, corpus, changed, kept, looking) if changed else 0
    _note(database, "written", now)
    if kept and (gone or new):
        touched = (*gone, *(stamp[0] for stamp in changed))
        prune(database, {kept[path][6] for path in touched if path in kept})
    return bool(gone or new)


def _read_again(
    database: sqlite3.Connection,
    corpus: Corpus,
    changed: Sequence[Stamp],
    kept: Mapping[str, Kept],
    looking: Looking | None,
) -> int:
    """Read letters, keep what they say, and return how many are new."""
    from corpuscli.store.index.reading import batches

    if not kept:
        without_orders(database, ORDER_OF_FACTS | ORDERS)
    new = at = 0
    read = [(stamp[0], kept[stamp[0]][6] if stamp[0] in kept else b"") for stamp in changed]
    facts = KeptFacts(database, looking.analysis, looking.version) if looking else None
    for contents in batches(corpus, read, looking.ready(not kept) if looking else None):
        these = changed[at : at + len(contents)]
        new += _keep(database, these, contents, kept)
        at += len(contents)
        if looking and facts:
            facts.put({content.digest: content.fact for content in contents if content.fact})
            looking.taken((stamp[0], content.fact) for stamp, content in zip(these, contents, strict=True))
    if looking and facts and not looking.holds():  # asked once, for all that was looked at since the version was taken
        facts.drop()
    if not kept:
        with_orders(database, ORDER_OF_FACTS if new else ORDER_OF_FACTS | ORDERS)
    return new


def _rows(database: sqlite3.Connection) -> dict[str, Kept]:
    """What is kept of each letter, by its path."""
    sql = "SELECT path, size, mtime, ctime, inode, n, digest FROM letters"
    return {(path := given_path(row[0])): (path, *row[1:]) for row in database.execute(sql)}


def _row(database: sqlite3.Connection, path: str) -> Kept | None:
    sql = "SELECT path, size, mtime, ctime, inode, n, digest FROM letters WHERE path = ?"
    found: Kept | None = database.execute(sql, (kept_path(path),)).fetchone()
    return found


def _meta(database: sqlite3.Connection, key: str) -> str:
    found = database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return found[0] if found else ""


def _note(database: sqlite3.Connection, key: str, value: object) -> None:
    database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, str(value)))


def _forget(database: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Forget letters; no letter has their numbers again, and their words are taken out at the next search."""
    rows = [(number,) for number in numbers]
    database.executemany("INSERT INTO unsaid VALUES (?)", rows)
    for table in ("held", "records", "letters"):
        database.executemany(f"DELETE FROM {table} WHERE n = ?", rows)


_INSERT = f"INSERT INTO letters VALUES ({', '.join('?' * 15)})"


def _keep(
    database: sqlite3.Connection,
    changed: Sequence[Stamp],
    contents: Sequence[Content],
    kept: Mapping[str, Kept],
) -> int:
    """Keep what letters say, and return how many are new or gone; of one whose bytes are the same only the stamp is."""
    same = [
        (stamp, content)
        for stamp, content in zip(changed, contents, strict=True)
        if stamp[0] in kept and content.digest and kept[stamp[0]][6] == content.digest
    ]
    update = "UPDATE letters SET size = ?, mtime = ?, ctime = ?, inode = ? WHERE path = ?"
    database.executemany(update, [(*stamp[1:], kept_path(stamp[0])) for stamp, _ in same])
    known = {stamp[0] for stamp, _ in same}
    new = [(stamp, one) for stamp, one in zip(changed, contents, strict=True) if stamp[0] not in known]
    _forget(database, [kept[stamp[0]][5] for stamp, _ in new if stamp[0] in kept])
    top = int(_meta(database, "top") or 0)
    there = [(stamp, one) for stamp, one in new if not one.gone]
    numbered = [(number, *pair) for number, pair in enumerate(there, top + 1)]
    database.executemany(
        _INSERT, [(n, kept_path(stamp[0]), *stamp[1:], c.digest, c.problem, *c.columns) for n, stamp, c in numbered]
    )
    database.executemany("INSERT INTO records VALUES (?, ?)", [(n, c.record) for n, _, c in numbered])
    _note(database, "top", top + len(there))
    return len(new)
