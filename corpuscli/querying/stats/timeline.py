"""Letters a year and a month."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpuscli.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.querying.stats.tally import Tally

YEAR, MONTH = 4, 7
"""How many characters of YYYY-MM-DD make a year, and a month."""
LONGEST = 3_000
"""More steps than these are not filled up with empty ones: one of the dates is a slip."""


def years(tally: Tally) -> Table:
    """Return ``year, letters, doubtful, words``; years without a letter between the first and the last too.

    A letter counts in the year it may lie in first; ``doubtful`` are those that may lie in another. Of a limited table
    those with the most letters stand, in the order of time.
    """
    return _steps(tally, "year", YEAR)


def months(tally: Tally) -> Table:
    """Return ``month, letters, doubtful, words``, as ``years`` does; doubtful: dated less closely than a month."""
    return _steps(tally, "month", MONTH)


def _steps(tally: Tally, name: str, size: int) -> Table:
    letters, doubtful, words = Counter[str](), Counter[str](), Counter[str]()
    for one in tally.letters:
        step = one.day[:size]
        letters[step] += 1
        doubtful[step] += one.first[:size] != one.last[:size]
        words[step] += one.words
    undated = letters.pop("", 0)
    steps = list(_filled(min(letters), max(letters), size)) if letters else []
    if len(steps) > LONGEST:
        steps = sorted(letters)
    rows: list[dict[str, object]] = [
        {name: step, "letters": letters[step], "doubtful": doubtful[step], "words": words[step]} for step in steps
    ]
    if undated:
        rows.append({name: None, "letters": undated, "doubtful": 0, "words": words[""]})
    if tally.limit:
        busiest = sorted(range(len(rows)), key=lambda at: -int(str(rows[at]["letters"])))
        rows = [rows[at] for at in sorted(busiest[: tally.limit])]
    numeric = frozenset(("letters", "doubtful", "words"))
    return Table((name, "letters", "doubtful", "words"), rows, numeric=numeric, title=f"letters a {name}")


def _filled(first: str, last: str, size: int) -> Iterator[str]:
    """Yield all steps from the first to the last."""
    year, month = int(first[:YEAR]), int(first[5:MONTH] or 1)
    step = first
    while step <= last:
        yield step
        year, month = (year + 1, 1) if size == YEAR or month == 12 else (year, month + 1)  # noqa: PLR2004 - December
        step = f"{year:04}" if size == YEAR else f"{year:04}-{month:02}"
