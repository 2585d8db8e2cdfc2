"""Full text in the index: which letters say words, the best first where they are not too many to be ranked.

What BM25 takes grows with the letters that answer, and words that stand in very many letters tell little: of these the
first by date are given.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterable, Iterator

MANY = 5_000
"""Letters that are ranked at most, unless all are wanted."""
RANKED = 4 * MANY
"""Letters that say the words at most, chosen or not, for a rank to be counted."""
_TRIED = 256
"""Letters that are asked one by one; where too few of them say the words, all letters that do are found."""
_AT_ONCE = 32

_RANKED = (
    "SELECT letters.n FROM said JOIN letters ON letters.n = said.rowid"
    " WHERE said MATCH ? ORDER BY bm25(said, 2.0, 1.0), sort, id, path"
)
_SAYING = "SELECT n FROM said JOIN letters ON letters.n = said.rowid WHERE said MATCH ?"
_BY_DATE = "SELECT n FROM letters INDEXED BY letters_by_date WHERE problem = '' ORDER BY sort, id, path"


class Saying(NamedTuple):
    """The letters that say words.

    Args:
        letters: Their numbers: the best first, or, where they are too many to be ranked, the first by date.
        total: How many there are; where they are not ranked, at least so many.
        ranked: Whether they are ranked.
    """

    letters: list[int]
    total: int
    ranked: bool = True


def saying(database: sqlite3.Connection, expression: str, among: Container[int] | None, limit: int) -> Saying:
    """Search text and notes.

    Args:
        database: An open index.
        expression: In the language of FTS5; words folded by ``plain_text``.
        among: The letters that are looked at; None for all.
        limit: How many are wanted at most; 0 for all, however many there are.
    """

    def chosen(sql: str, *values: object) -> Iterator[int]:
        return (n for (n,) in database.execute(sql, values) if among is None or n in among)

    count, many = _counted((n for (n,) in database.execute(_SAYING, (expression,))), among) if limit else (0, False)
    if not many:
        ranked = list(chosen(_RANKED, expression))
        return Saying(ranked[:limit] if limit else ranked, len(ranked))
    in_order = chosen(_BY_DATE)
    first = list(islice(_one_by_one(database, expression, islice(in_order, _TRIED)), limit))
    if len(first) < limit:
        every = set(chosen(_SAYING, expression))
        first += islice((n for n in in_order if n in every), limit - len(first))
    return Saying(first, max(count, len(first)), ranked=False)


def _counted(letters: Iterable[int], among: Container[int] | None) -> tuple[int, bool]:
    """Count letters up to where they are too many, even if few of them are looked at; and tell whether they are."""
    count = 0
    for every, letter in enumerate(letters):
        count += among is None or letter in among
        if count > MANY or every >= RANKED:
            return count, True
    return count, False


def _one_by_one(database: sqlite3.Connection, expression: str, letters: Iterator[int]) -> Iterable[int]:
    """Yield those of some letters that say words, in their order."""
    sql = "SELECT rowid FROM said WHERE said MATCH ? AND rowid IN (SELECT value FROM json_each(?))"
    while asked := list(islice(letters, _AT_ONCE)):
        found = {n for (n,) in database.execute(sql, (expression, json.dumps(asked)))}
        yield from (n for n in asked if n in found)
