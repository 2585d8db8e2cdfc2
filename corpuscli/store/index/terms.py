"""The values of the front matter, each kept once or a few times, with the letters that hold it.

They are kept when somebody asks for values: lint, which looks at files that nobody may ever ask about, does not.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from corpuscli.store.index.schema import ORDERS_OF_VALUES, with_orders, without_orders

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

MOST = 20_000
"""Values whose numbers are remembered, and as many older ones: what stands in letter after letter is never forgotten,
though most values are ids and titles that do not come again."""
AT_ONCE = 500
"""Letters whose values are kept at a time."""


def in_step(database: sqlite3.Connection) -> bool:
    """Tell whether the values of all letters are kept."""
    last, top = _kept_up_to(database)
    return last == top


def bring_in_step(database: sqlite3.Connection) -> None:
    """Keep the values of letters that were read when nobody asked for them.

    Args:
        database: An index in step with its corpus, in a transaction that writes.

    Raises:
        sqlite3.Error: They cannot be kept.
    """
    import json

    last, top = _kept_up_to(database)
    if last == top:
        return
    if not last:
        without_orders(database, ORDERS_OF_VALUES)
    terms = Terms(database, anew=not last)
    rows = database.execute("SELECT n, record FROM records WHERE n > ? ORDER BY n", (last,))
    while some := [(number, terms_of(json.loads(record))) for number, record in islice(rows, AT_ONCE)]:
        terms.keep(some)
    terms.settle()
    if not last:
        with_orders(database, ORDERS_OF_VALUES)
    database.execute("INSERT OR REPLACE INTO meta VALUES ('termed', ?)", (str(top),))


def _kept_up_to(database: sqlite3.Connection) -> tuple[int, int]:
    """The number up to which letters' values are kept, and the highest that a letter has had."""
    kept = dict(database.execute("SELECT key, value FROM meta WHERE key IN ('termed', 'top')"))
    return int(kept.get("termed", "0")), int(kept.get("top", "0"))


def terms_of(values: Mapping[str, str | list[Any] | dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the values of a front matter as JSON has it, with their keys, no pair twice.

    >>> list(terms_of({"place": "Baku", "tags": ["oil", "oil", "war"], "translation": {"from": "ru"}}))
    [('place', 'Baku'), ('tags', 'oil'), ('tags', 'war')]
    """
    for key, value in values.items():
        if isinstance(value, str):
            if value:
                yield key, value
        elif isinstance(value, list):
            yield from dict.fromkeys((key, member) for member in value if isinstance(member, str))


class Terms:
    """Numbers values, and keeps which letter holds which.

    While they are kept anew nothing is looked up in the index: a value that was forgotten gets another number, and both
    are its own.

    Args:
        database: An index that is being written.
        anew: Whether none are kept.
    """

    def __init__(self, database: sqlite3.Connection, *, anew: bool = False) -> None:
        self._database = database
        self._anew = anew
        self._known: dict[tuple[str, str], int] = {}
        self._older: dict[tuple[str, str], int] = {}
        if anew:
            database.execute("CREATE TEMP TABLE unsorted (t INTEGER, n INTEGER)")
        self._top: int = database.execute("SELECT coalesce(max(t), 0) FROM terms").fetchone()[0]

    def keep(self, letters: Iterable[tuple[int, Iterable[tuple[str, str]]]]) -> None:
        """Keep the values of letters: each letter's number, and its keys and values, no pair twice."""
        from corpuscli.store.index.folds import folded

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
        """Put in order what was kept anew."""
        if self._anew:
            self._database.execute("INSERT INTO held SELECT t, n FROM temp.unsorted ORDER BY t, n")
            self._database.execute("DROP TABLE temp.unsorted")

    def _kept(self, term: tuple[str, str]) -> int:
        """Return the number under which the index keeps a value, 0 for none."""
        if self._anew:
            return 0
        found = self._database.execute("SELECT t FROM terms WHERE key = ? AND value = ?", term).fetchone()
        return found[0] if found else 0
