"""The values of the front matter, each kept once, with the letters that hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.store.index.folds import folded

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

MOST = 20_000
"""Values whose numbers are remembered: names, places and tags stand in letter after letter."""


class Terms:
    """Numbers values, and keeps which letter holds which.

    Args:
        database: An index that is being written.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._known: dict[tuple[str, str], int] = {}
        self._top: int = database.execute("SELECT coalesce(max(t), 0) FROM terms").fetchone()[0]

    def keep(self, letters: Sequence[tuple[int, Sequence[tuple[str, str]]]]) -> None:
        """Keep the values of letters: each letter's number, and its keys and values, no pair twice."""
        if len(self._known) > MOST:
            self._known.clear()
        old = self._top
        held = [(self._number(term), number) for number, terms in letters for term in terms]
        new = [(number, *term, folded(*term)) for term, number in self._known.items() if number > old]
        self._database.executemany("INSERT INTO terms VALUES (?, ?, ?, ?)", new)
        self._database.executemany("INSERT INTO held VALUES (?, ?)", held)

    def _number(self, term: tuple[str, str]) -> int:
        number = self._known.get(term)
        if number is None:
            found = self._database.execute("SELECT t FROM terms WHERE key = ? AND value = ?", term).fetchone()
            if found is None:
                self._top += 1
            number = found[0] if found else self._top
            self._known[term] = number
        return number
