"""Full text in the index: which letters say words, the best first where they are not too many to be ranked.

What BM25 takes grows with the letters that answer, and words that stand in very many letters tell little: of these the
first by date are given.
"""

from __future__ import annotations

import json
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterable, Iterator

MANY = 5_000
"""Letters that say the words at most, chosen or not, for these to be ranked, unless all are wanted."""
_TRIED = 256
"""Letters that are asked one by one; where too few of them say the words, all letters that do are found."""
_AT_ONCE = 32

_SAYING = "SELECT rowid FROM said WHERE said MATCH ?"
_SCORED = "SELECT bm25(said, 2.0, 1.0), rowid FROM said WHERE said MATCH ?"
_BY_DATE = "SELECT n FROM letters INDEXED BY letters_by_date WHERE problem = '' ORDER BY sort, id, path"
_PUT_IN_ORDER = "SELECT n FROM letters WHERE n IN (SELECT value FROM json_each(?)) ORDER BY sort, id, path"


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

    some = list(islice(database.execute(_SAYING, (expression,)), MANY + 1)) if limit else []
    if len(some) <= MANY:
        scores = [row for row in database.execute(_SCORED, (expression,)) if among is None or row[1] in among]
        return Saying(_best(database, scores, limit or len(scores)), len(scores))
    count = sum(among is None or n in among for (n,) in some)
    in_order = chosen(_BY_DATE)
    first = list(islice(_one_by_one(database, expression, islice(in_order, _TRIED)), limit))
    if len(first) < limit:
        every = set(chosen(_SAYING, expression))
        first += islice((n for n in in_order if n in every), limit - len(first))
    return Saying(first, max(count, len(first)), ranked=False)


def _best(database: sqlite3.Connection, scores: list[tuple[float, int]], limit: int) -> list[int]:
    """Return the letters of the least scores, which are the best; of like ones the first by date.

    What orders like ones is looked up for those only that may be among the best.
    """
    least = nsmallest(limit, scores)
    tied = [(score, n) for score, n in scores if score <= least[-1][0]] if least else []
    numbers = json.dumps([n for _, n in tied])
    place = {n: at for at, (n,) in enumerate(database.execute(_PUT_IN_ORDER, (numbers,)))}
    return [n for _, n in sorted(tied, key=lambda one: (one[0], place[one[1]]))[:limit]]


def _one_by_one(database: sqlite3.Connection, expression: str, letters: Iterator[int]) -> Iterable[int]:
    """Yield those of some letters that say words, in their order."""
    sql = "SELECT rowid FROM said WHERE said MATCH ? AND rowid IN (SELECT value FROM json_each(?))"
    while asked := list(islice(letters, _AT_ONCE)):
        found = {n for (n,) in database.execute(sql, (expression, json.dumps(asked)))}
        yield from (n for n in asked if n in found)
