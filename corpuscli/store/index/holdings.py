"""Where letters are kept, as the index knows it: each source's citation is read once, when that is first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from corpuscli.model.citation import Citation
    from corpuscli.store.corpus import Corpus
    from corpuscli.text.citations.registers import Registers

LEVELS = ("archive", "fond", "opis", "delo")


def holdings_of(sources: Iterable[str], registers: Registers | None) -> Iterator[tuple[str, str]]:
    """Yield level and name of all that sources name: archive (also as it is cited), fond, opis and delo.

    Args:
        sources: Citations as they stand in front matter.
        registers: The archives in use; the built-in ones by default.
    """
    from corpuscli.text.citations import find_citations

    for source in sources:
        for citation in find_citations(source, registers):
            for level in LEVELS:
                yield from ((level, name) for name in _names(citation, level))


def _names(citation: Citation, level: str) -> Iterator[str]:
    fields = (level, "archive_as_cited") if level == "archive" else (level,)
    for value in (citation.fields.get(field) for field in fields):
        yield from (value,) if isinstance(value, str) else value or ()


def keep_holdings(database: sqlite3.Connection, corpus: Corpus) -> bool:
    """Read the sources that were not read before with these registers, and tell whether what they name could be kept.

    Args:
        database: An open index, in step with its corpus; the state that is read begins anew.
        corpus: Its corpus.

    Raises:
        ConfigError: A register of the corpus cannot be read.
    """
    import sqlite3

    from corpuscli.store.citing import reader_stamp

    version = f"{reader_stamp()}{corpus.registers_digest}"
    if _unread(database, version) == (0, 0):
        return True
    try:
        database.execute("COMMIT")
        database.execute("BEGIN IMMEDIATE")
        first, last = _unread(database, version)
        if not first:
            database.execute("DELETE FROM shelved")
        sql = "SELECT t, value FROM terms WHERE key = 'source' AND t > ?"
        for number, source in database.execute(sql, (first,)).fetchall():
            found = {(level, name.casefold(), number, name) for level, name in holdings_of((source,), corpus.registers)}
            database.executemany("INSERT OR IGNORE INTO shelved VALUES (?, ?, ?, ?)", sorted(found))
        database.execute("INSERT OR REPLACE INTO meta VALUES ('shelved', ?)", (f"{version} {last}",))
        database.execute("COMMIT")
    except sqlite3.Error:
        if database.in_transaction:
            database.execute("ROLLBACK")
        return False
    finally:
        database.execute("BEGIN")
    return True


def _unread(database: sqlite3.Connection, version: str) -> tuple[int, int]:
    """Return the number after which sources are to be read, and the last; twice 0 where all have been."""
    found = database.execute("SELECT value FROM meta WHERE key = 'shelved'").fetchone()
    known, _, top = found[0].partition(" ") if found else ("", "", "0")
    [last] = database.execute("SELECT coalesce(max(t), 0) FROM terms").fetchone()
    first = int(top) if known == version else 0
    return (0, 0) if known == version and first == last else (first, last)
