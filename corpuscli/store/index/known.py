"""The letters as the index knows them, for who adds to them: the corpus is not walked where no folder has changed."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from corpuscli.store.corpus import SUFFIXES
from corpuscli.store.index.index import open_database
from corpuscli.store.index.place import index_path
from corpuscli.store.index.refresh import folder_times, take_in
from corpuscli.store.index.schema import connect
from corpuscli.store.index.terms import in_step
from corpuscli.store.index.walk import given_path

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from corpuscli.store.corpus import Corpus


class KnownLetter(NamedTuple):
    """A letter of the corpus.

    Args:
        path: Its path in the corpus.
        words: The words of its text.
        record: Its front matter as stored.
    """

    path: str
    words: int
    record: dict[str, object]


class Known:
    """The index as it stands; brought in step only when a folder has taken in or lost a file since.

    Args:
        corpus: The corpus.

    Raises:
        InputError: A folder of the corpus cannot be listed.
    """

    def __init__(self, corpus: Corpus) -> None:
        """Open the index; where there is none, the letters are read once."""
        self._corpus = corpus
        self._folders = ""
        self._database = self._opened()

    def _opened(self) -> sqlite3.Connection:
        import sqlite3

        database = connect(index_path(self._corpus.root), os.path.realpath(self._corpus.root))
        with suppress(sqlite3.Error):
            self._folders = self._kept_folders(database)
            if self._folders and in_step(database) and self._folders == self._folders_now():
                return database
        database.close()
        database, _ = open_database(self._corpus)
        database.execute("COMMIT")
        self._folders = self._kept_folders(database)
        return database

    @staticmethod
    def _kept_folders(database: sqlite3.Connection) -> str:
        found = database.execute("SELECT value FROM meta WHERE key = 'folders'").fetchone()
        return found[0] if found else ""

    def _folders_now(self) -> str:
        """Return the times of the folders as they are; all letters are asked for their folders only once."""
        if self._folders:
            return folder_times(self._corpus, [f"{name}/" for name in json.loads(self._folders)[::2]])
        return folder_times(
            self._corpus, [given_path(path) for (path,) in self._database.execute("SELECT path FROM letters")]
        )

    def has_id(self, name: str) -> bool:
        """Tell whether a letter has that id, or a file at the corpus's top that name."""
        if any(os.path.lexists(self._corpus.absolute(name + suffix)) for suffix in SUFFIXES):
            return True
        sql = "SELECT 1 FROM terms JOIN held USING (t) WHERE key = 'id' AND value = ? LIMIT 1"
        return self._database.execute(sql, (name,)).fetchone() is not None

    def having(self, key: str, value: str) -> list[KnownLetter]:
        """Return the letters that have a value under a key, in the order in which they became known."""
        sql = (
            "SELECT path, words, record FROM terms JOIN held USING (t) JOIN letters USING (n) JOIN records USING (n)"
            " WHERE key = ? AND value = ? AND problem = '' ORDER BY n"
        )
        rows = self._database.execute(sql, (key, value))
        return [KnownLetter(path, words, json.loads(record)) for path, words, record in rows]

    def take_in(self, paths: Sequence[str]) -> None:
        """Know letters that have just been written.

        Where somebody else has written meanwhile, or the index cannot be written, the next command walks.
        """
        import sqlite3

        try:
            self._database.execute("BEGIN IMMEDIATE")
            alone = self._kept_folders(self._database) in ("", self._folders)
            take_in(self._database, self._corpus, paths)
            self._folders = self._folders_now() if alone else ""
            self._database.execute("INSERT OR REPLACE INTO meta VALUES ('folders', ?)", (self._folders,))
            self._database.execute("COMMIT")
        except sqlite3.Error:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
