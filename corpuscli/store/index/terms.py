"""The values of the front matter, each kept once or a few times, with the letters that hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.store.index.folds import folded

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

MOST = 20_000
"""Values whose numbers are remembered, and as many older ones: what stands in letter after letter is never forgotten,
though most values are ids and titles that do not come again."""


class Terms:
    """Numbers values, and keeps which letter holds which.

    While an index is made anew nothing is looked up in it: a value that was forgotten gets another number, and both
    are its own.

    Args:
        database: An index that is being written.
        anew: Whether it is made anew.
    """

    def __init__(self, database: sqlite3.Connection, *, anew: bool = False) -> None:
        self._database = database
        self._anew = anew
        self._known: dict[tuple[str, str], int] = {}
        self._older: dict[tuple[str, str], int] = {}
        if anew:
            database.execute("CREATE TEMP TABLE unsorted (t INTEGER, n INTEGER)")
        self._top: int = database.execute("SELECT coalesce(max(t), 0) FROM terms").fetchone()[0]

    def keep(self, letters: Iterable[tuple[int, Sequence[tuple[str, str]]]]) -> None:
        """Keep the values of letters: each letter's number, and its keys and values, no pair twice."""
        if len(self._known) > MOST:
            self._older, self._known = self._known, {}
        known, older = self._known, self._older
        new: list[tuple[int, str, str, str]] = []
        held: list[tuple[int, int]] = []
        for letter, terms in letters:
            for term in terms:
                number = known.get(term)
                if number is None:
                    number = older.get(term) or self._kept(term)
                    if not number:
                        number = self._top = self._top + 1
                        new.append((number, *term, folded(*term)))
                    known[term] = number
                held.append((number, letter))
        self._database.executemany("INSERT INTO terms VALUES (?, ?, ?, ?)", new)
        if self._anew:  # sorted when all are there, in half the time
            self._database.executemany("INSERT INTO temp.unsorted VALUES (?, ?)", held)
            return
        held.sort()
        self._database.executemany("INSERT INTO held VALUES (?, ?)", held)

    def settle(self) -> None:
        """Put in order what was kept while the index was made anew."""
        if self._anew:
            self._database.execute("INSERT INTO held SELECT t, n FROM temp.unsorted ORDER BY t, n")
            self._database.execute("DROP TABLE temp.unsorted")

    def _kept(self, term: tuple[str, str]) -> int:
        """Return the number under which the index keeps a value, 0 for none."""
        if self._anew:
            return 0
        found = self._database.execute("SELECT t FROM terms WHERE key = ? AND value = ?", term).fetchone()
        return found[0] if found else 0
