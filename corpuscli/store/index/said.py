"""The words of letters for searching: they are read when somebody searches, for they take as long as all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.store.files import decode
from corpuscli.store.frontmatter.reader import front_matter_span
from corpuscli.store.index.reading import shared
from corpuscli.store.index.walk import given_path
from corpuscli.text.folding import plain_text
from corpuscli.text.footnotes import text_and_notes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from corpuscli.store.corpus import Corpus

MERGED = 4
"""Of how many segments FTS5 makes one unasked, a bit with every letter."""
MANY = 2_000
"""Of so many letters segments are not merged meanwhile."""


def keep_said(database: sqlite3.Connection, corpus: Corpus) -> None:
    """Read the words of letters that were not read before.

    Args:
        database: An open index, in step with its corpus; the state that is read begins anew.
        corpus: Its corpus.

    Raises:
        sqlite3.Error: They cannot be kept.
    """
    if _unread(database) is None:
        return
    database.execute("COMMIT")
    database.execute("BEGIN IMMEDIATE")
    try:
        first = _unread(database)
        if first is not None:
            _keep(database, corpus, first)
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("BEGIN")


def _unread(database: sqlite3.Connection) -> int | None:
    """Return the number after which letters are to be read; None where all have been."""
    kept = dict(database.execute("SELECT key, value FROM meta WHERE key IN ('said', 'top')"))
    first, top = int(kept.get("said", "0")), int(kept.get("top", "0"))
    return first if first < top else None


def _keep(database: sqlite3.Connection, corpus: Corpus, first: int) -> None:
    sql = "SELECT n, path FROM letters WHERE n > ? AND problem = '' ORDER BY n"
    letters = [(n, given_path(path)) for n, path in database.execute(sql, (first,))]
    if len(letters) > MANY:
        _merge(database, 0)
    numbers = iter(letters)
    for words in shared(corpus, [path for _, path in letters], words_of):
        rows = [(number, *said) for said, (number, _) in zip(words, numbers, strict=False)]
        database.executemany("INSERT INTO said (rowid, text, notes) VALUES (?, ?, ?)", rows)
    if len(letters) > MANY:
        _merge(database, MERGED)
    database.execute("INSERT OR REPLACE INTO meta SELECT 'said', value FROM meta WHERE key = 'top'")


def _merge(database: sqlite3.Connection, segments: int) -> None:
    """Set of how many segments of the full text one is made; 0 for none."""
    database.execute("INSERT INTO said (said, rank) VALUES ('automerge', ?)", (segments,))


def words_of(corpus: Corpus, paths: Sequence[str]) -> list[tuple[str, ...]]:
    """Return text and notes of letters without case and accents; of one that is gone by now, nothing."""
    return [_words(corpus, path) for path in paths]


def _words(corpus: Corpus, path: str) -> tuple[str, ...]:
    try:
        source = decode(corpus.bytes_of(path, path), path)
        _, start = front_matter_span(source, path)
    except InputError:
        return "", ""
    return tuple(plain_text(part) for part in text_and_notes(source[start:]))
