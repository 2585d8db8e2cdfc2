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
    """Read the words of letters that were not read before, and take out those of letters that have changed or gone.

    Args:
        database: An open index, in step with its corpus; the state that is read begins anew.
        corpus: Its corpus.

    Raises:
        sqlite3.Error: They cannot be kept.
    """
    if _in_step(database):
        return
    database.execute("COMMIT")
    database.execute("BEGIN IMMEDIATE")
    try:
        _bring_in_step(database, corpus)
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("BEGIN")


def _in_step(database: sqlite3.Connection) -> bool:
    """Tell whether the words of all letters have been read, and of no others are kept."""
    first, top = _read_up_to(database)
    return first == top and database.execute("SELECT 1 FROM unsaid LIMIT 1").fetchone() is None


def _read_up_to(database: sqlite3.Connection) -> tuple[int, int]:
    """The number up to which letters' words have been read, and the highest that a letter has had."""
    kept = dict(database.execute("SELECT key, value FROM meta WHERE key IN ('said', 'top')"))
    return int(kept.get("said", "0")), int(kept.get("top", "0"))


def _bring_in_step(database: sqlite3.Connection, corpus: Corpus) -> None:
    first, _ = _read_up_to(database)
    sql = "SELECT n, path FROM letters WHERE n > ? AND problem = '' ORDER BY n"
    letters = [(n, given_path(path)) for n, path in database.execute(sql, (first,))]
    if len(letters) > MANY:
        _merge(database, 0)
    database.execute("DELETE FROM said WHERE rowid IN (SELECT n FROM unsaid)")
    database.execute("DELETE FROM unsaid")
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
