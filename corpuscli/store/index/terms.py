"""The values of the front matter, each kept once, with the letters that hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.store.index.folds import folded

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

MOST = 20_000
"""Values whose numbers are remembered: names, places and tags stand in letter after letter."""
SEEN = 2_000_000
"""Values of which an index that is made anew remembers that they are there, by their hashes (64 bytes each)."""


class Terms:
    """Numbers values, and keeps which letter holds which.

    Args:
        database: An index that is being written.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._known: dict[tuple[str, str], int] = {}
        self._new: list[tuple[int, tuple[str, str]]] = []
        self._top: int = database.execute("SELECT coalesce(max(t), 0) FROM terms").fetchone()[0]
        self._seen: set[int] | None = None if self._top else set()

    def keep(self, letters: Sequence[tuple[int, Sequence[tuple[str, str]]]]) -> None:
        """Keep the values of letters: each letter's number, and its keys and values, no pair twice."""
        if len(self._known) > MOST:
            self._known.clear()
        held = [(self._number(term), number) for number, terms in letters for term in terms]
        new = [(number, *term, folded(*term)) for number, term in self._new]
        self._new.clear()
        self._database.executemany("INSERT INTO terms VALUES (?, ?, ?, ?)", new)
        self._database.executemany("INSERT INTO held VALUES (?, ?)", sorted(held))

    def _number(self, term: tuple[str, str]) -> int:
        number = self._known.get(term)
        if number is None:
            number = self._kept(term)
            if number is None:
                number = self._top = self._top + 1
                self._new.append((number, term))
            self._known[term] = number
        return number

    def _kept(self, term: tuple[str, str]) -> int | None:
        """Return the number under which the index keeps a value; what was never seen is not looked up."""
        seen = self._seen
        if seen is not None:
            size = len(seen)
            seen.add(hash(term))
            if len(seen) > size:
                return None
            if size > SEEN:
                self._seen = None
        found = self._database.execute("SELECT t FROM terms WHERE key = ? AND value = ?", term).fetchone()
        return found[0] if found else None
