"""Conditions on letters, as SQL: a whole question is one statement, and only its answer becomes numbers.

A condition is never NULL, so that its negation is its opposite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SIGNS = (">", ">=", "<", "<=", "=")


class Where(NamedTuple):
    """A condition on the columns of ``letters``.

    Args:
        sql: An expression that is 0 or 1.
        values: What stands for its question marks.
        numbered: Whether it says by their numbers which letters may answer: no other need be looked at.
        numbers: A statement that gives the numbers of the letters that answer, all of which can be read, where they
            are known without a look at the letters; it takes the same values.
    """

    sql: str
    values: tuple[object, ...] = ()
    numbered: bool = False
    numbers: str = ""

    def negative(self) -> Where:
        """Return the opposite."""
        return Where(f"NOT ({self.sql})", self.values)


EVERY, NONE = Where("undated >= 0"), Where("undated < 0")
"""All letters, and none; of a constant SQLite would say that no order of letters serves it."""
UNDATED, DATED = Where("undated = 1"), Where("undated = 0")
"""Without a date, or with one that cannot be read; with a date."""


def joined(parts: Sequence[Where], word: str) -> Where:
    """Join conditions with AND or OR, as a tree that is no deeper than needed: SQLite reads a thousand levels."""
    if not parts:
        return EVERY if word == "AND" else NONE
    if len(parts) == 1:
        return parts[0]
    half = len(parts) // 2
    one, other = joined(parts[:half], word), joined(parts[half:], word)
    numbered = word == "AND" and (one.numbered or other.numbered)
    return Where(f"({one.sql} {word} {other.sql})", one.values + other.values, numbered)


def between(first: int | None, last: int | None, *, must: bool) -> Where:
    """A date that may, or must, lie from the first to the last day (days since 0001-01-01; None for an open end)."""
    if first is not None and last is not None and first > last and not must:
        return NONE
    low, high = ("earliest", "latest") if must else ("latest", "earliest")
    unknown = int(not must)
    parts = [DATED, *([Where("uncertain = 0")] if must else [])]
    parts += [Where(f"ifnull({low} >= ?, {unknown})", (first,))] if first is not None else []
    parts += [Where(f"ifnull({high} <= ?, {unknown})", (last,))] if last is not None else []
    return joined(parts, "AND")


def counted(sign: str, words: int) -> Where:
    """A text of more, fewer ... words; the sign is one of ``> >= < <= =``."""
    if sign not in _SIGNS:
        raise ValueError(sign)
    return Where(f"n IN (SELECT n FROM letters WHERE problem = '' AND words {sign} ?)", (words,))


def having(terms: Iterable[int]) -> Where:
    """One of some values, which are kept of letters that can be read."""
    import json

    numbers = "SELECT n FROM held WHERE t IN (SELECT value FROM json_each(?))"
    return Where(f"n IN ({numbers})", (json.dumps(list(terms)),), numbered=True, numbers=numbers)


def kept_at(level: str, name: str) -> Where:
    """A source that names an archive, fond, opis or delo, in whatever case."""
    sql = "n IN (SELECT n FROM shelves JOIN shelved USING (s) WHERE level = ? AND name = ?)"
    return Where(sql, (level, name.casefold()), numbered=True)
