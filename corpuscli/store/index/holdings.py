"""Where letters are kept, as the index knows it: each source's citation is read once, when that is first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

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
    if _unread(database, version) is None:
        return True
    try:
        database.execute("COMMIT")
        database.execute("BEGIN IMMEDIATE")
        first = _unread(database, version)
        if first == 0:
            database.execute("DELETE FROM shelved")
            database.execute("DELETE FROM shelves")
        if first is not None:
            _shelve(database, corpus, first)
            sql = "INSERT OR REPLACE INTO meta SELECT 'shelved', ? || ' ' || value FROM meta WHERE key = 'top'"
            database.execute(sql, (version,))
        database.execute("COMMIT")
    except sqlite3.Error:
        if database.in_transaction:
            database.execute("ROLLBACK")
        return False
    finally:
        database.execute("BEGIN")
    return True


def _shelve(database: sqlite3.Connection, corpus: Corpus, first: int) -> None:
    """Number the shelves that sources name, and keep which letters stand on which; letters to a number are known."""
    from corpuscli.store.index.reading import shared

    sql = "SELECT level, shown, s FROM shelves"
    shelves = {(level, shown): number for level, shown, number in database.execute(sql)}
    known = len(shelves)
    named = "FROM terms JOIN held USING (t) WHERE key = 'source' AND n > ?"
    sources = database.execute(f"SELECT DISTINCT t, value {named}", (first,)).fetchall()
    read = {
        term: [shelves.setdefault(shelf, len(shelves) + 1) for shelf in found]
        for some in shared(corpus, sources, _shelves_of)
        for term, *found in some
    }
    letters = database.execute(f"SELECT t, n {named}", (first,))
    shelved = [(shelf, letter) for term, letter in letters for shelf in read[term]]
    new = [(s, level, shown.casefold(), shown) for (level, shown), s in shelves.items() if s > known]
    database.executemany("INSERT INTO shelves VALUES (?, ?, ?, ?)", new)
    database.executemany("INSERT OR IGNORE INTO shelved VALUES (?, ?)", sorted(shelved))


def _shelves_of(corpus: Corpus, sources: Sequence[tuple[int, str]]) -> list[tuple[Any, ...]]:
    """Return the number of each source, and level and name of all that it names."""
    return [(term, *sorted(set(holdings_of((source,), corpus.registers)))) for term, source in sources]


def _unread(database: sqlite3.Connection, version: str) -> int | None:
    """Return the number after which letters are to be read; None where all have been."""
    kept = dict(database.execute("SELECT key, value FROM meta WHERE key IN ('shelved', 'top')"))
    known, _, last = kept.get("shelved", "").partition(" ")
    first = int(last) if known == version else 0
    top = int(kept.get("top", "0"))
    return None if known == version and first == top else first
