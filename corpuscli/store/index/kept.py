"""What analyses keep of letters beside the index's own rows: findings, citations, repeats.

A fact is kept under the analysis' name, its version, and the digest of the bytes that it was found in. So it holds as
long as those bytes stand in any letter, whatever the file is called, and is dropped by the index when they are gone.
Bytes of another version of the analysis count as not looked at; the first fact of a new version drops the old ones.

::

    facts = open_index(corpus).kept("citations", "3")
    fresh = {}
    for path in facts.missing():                          # letters that were not looked at in this version
        data = corpus.bytes_of(path)                     # the digest is that of the bytes that were looked at
        fresh[digest_of(data)] = encoded(look_at(data))
    facts.keep(fresh)
    known = facts.known()                                 # path → what was kept, of all letters as they stand
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.store.index.walk import given_path, kept_path

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Generator, Mapping, Sequence


class KeptFacts:
    """The facts of one version of one analysis.

    Nothing is lost but time where the index cannot be written: ``keep`` then keeps nothing, and says so.

    Args:
        database: An open index, in step with its corpus.
        analysis: The analysis' name, as ``lint``.
        version: All that its facts depend on beside the letter's bytes: its own number, and where need be a digest of
            its settings.
        state: The state of the corpus when the index was brought in step.
    """

    def __init__(self, database: sqlite3.Connection, analysis: str, version: str, state: str = "") -> None:
        self._database, self._analysis, self._version, self._state = database, analysis, version, state

    def missing(self) -> list[str]:
        """Return the paths of letters of which nothing is kept, in the order of paths.

        Letters that cannot be parsed are among them, and those that cannot even be read stay among them.
        """
        sql = (
            "SELECT path FROM letters WHERE NOT EXISTS"
            " (SELECT 1 FROM facts WHERE a = ? AND facts.digest = letters.digest) ORDER BY path"
        )
        return [given_path(path) for (path,) in self._database.execute(sql, (self._number(),))]

    def known(self, *, telling: bool = False) -> dict[str, bytes]:
        """Return what is kept of each letter, by its path, in the order of paths.

        Args:
            telling: Whether letters with an empty fact are left out: cheap where few letters have something to tell.
        """
        sql = "SELECT path, data FROM facts JOIN letters USING (digest) WHERE a = ?"
        some = " AND data != x''" if telling else ""
        return dict(self._database.execute(f"{sql}{some} ORDER BY path", (self._number(),)))

    def each(self) -> Generator[tuple[str, bytes]]:
        """Yield what ``known`` returns, letter by letter, without holding all of it: nothing is sorted."""
        sql = "SELECT path, data FROM letters CROSS JOIN facts USING (digest) WHERE a = ? ORDER BY path"
        yield from self._database.execute(sql, (self._number(),))

    def of(self, path: str) -> bytes | None:
        """Return what is kept of one letter, or None."""
        sql = "SELECT data FROM letters JOIN facts USING (digest) WHERE path = ? AND a = ?"
        found = self._database.execute(sql, (kept_path(path), self._number())).fetchone()
        return found[0] if found else None

    def stands(self, path: str, digest: bytes) -> bool:
        """Tell whether a letter's bytes, or that it has none, are those the index has read."""
        found = self._database.execute("SELECT 1 FROM letters WHERE path = ? AND digest = ?", (kept_path(path), digest))
        return found.fetchone() is not None

    def keep(self, facts: Mapping[bytes, bytes]) -> bool:
        """Keep facts by the digest of the bytes they were found in; what no letter holds any longer is passed over.

        Args:
            facts: ``digest_of(bytes of the letter)`` → the fact, encoded as the analysis likes; ``b""`` for nothing.

        Returns:
            Whether they were kept: not where the index is locked, full or cannot be written.
        """
        return self._write(_KEEP, _rows(facts))

    def put(self, facts: Mapping[bytes, bytes]) -> None:
        """Keep facts of letters that the index has just taken in, in a transaction of the caller's.

        Raises:
            sqlite3.Error: The index cannot be written.
        """
        self._put("INSERT OR REPLACE INTO facts VALUES (?, ?, ?)", [fact for fact in facts.items() if fact[0]])

    def drop(self) -> None:
        """Forget all facts of this analysis, of any version, in a transaction of the caller's.

        Raises:
            sqlite3.Error: The index cannot be written.
        """
        old = self._database.execute("SELECT a FROM analyses WHERE name = ?", (self._analysis,)).fetchall()
        for table in ("facts", "wholes", "analyses"):
            self._database.executemany(f"DELETE FROM {table} WHERE a = ?", old)

    def whole(self) -> bytes | None:
        """Return what is kept of the corpus as a whole, None where any letter has changed since."""
        sql = "SELECT data FROM wholes WHERE a = ? AND state = ?"
        found = self._database.execute(sql, (self._number(), self._state)).fetchone()
        return found[0] if found else None

    def keep_whole(self, data: bytes) -> bool:
        """Keep what follows from all letters together, until any of them changes; returns as ``keep`` does."""
        return self._write("INSERT OR REPLACE INTO wholes VALUES (?, ?, ?)", [(self._state, data)])

    def _number(self) -> int:
        sql = "SELECT a FROM analyses WHERE name = ? AND version = ?"
        found = self._database.execute(sql, (self._analysis, self._version)).fetchone()
        return found[0] if found else 0

    def _write(self, sql: str, rows: list[tuple[object, ...]]) -> bool:
        import sqlite3

        done = False
        self._database.execute("COMMIT")
        try:
            self._database.execute("BEGIN IMMEDIATE")
            self._put(sql, rows)
            self._database.execute("COMMIT")
            done = True
        except sqlite3.Error:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
        self._database.execute("BEGIN")
        return done

    def _put(self, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
        number = self._number() or self._begun()
        self._database.executemany(sql, ((number, *row) for row in rows))

    def _begun(self) -> int:
        """Drop the facts of other versions, and number this one."""
        self.drop()
        sql = "INSERT INTO analyses (name, version) VALUES (?, ?)"
        number = self._database.execute(sql, (self._analysis, self._version)).lastrowid
        return number or 0


_KEEP = "INSERT OR REPLACE INTO facts SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM letters WHERE digest = ?)"


def _rows(facts: Mapping[bytes, bytes]) -> list[tuple[object, ...]]:
    return [(digest, data, digest) for digest, data in facts.items() if digest]


def prune(database: sqlite3.Connection, digests: set[bytes]) -> None:
    """Drop the facts of those bytes that no letter holds any longer."""
    sql = "DELETE FROM facts WHERE a = ? AND digest = ? AND NOT EXISTS (SELECT 1 FROM letters WHERE digest = ?)"
    for (number,) in database.execute("SELECT a FROM analyses").fetchall():
        database.executemany(sql, [(number, digest, digest) for digest in digests if digest])
