"""Letters as rows of a table: the JSON shape ``letter`` of the command line."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from corpuscli.model.table import Table
    from corpuscli.querying.facts import Facts
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.index import Row

COLUMNS = ("id", "date", "senders", "recipients", "place", "words")
"""What ``list`` shows."""

MAY = "?"
"""The key of a row under which a letter that only may answer is marked."""
MARK = {MAY: "?"}

OPEN_ENDS = frozenset(("date_earliest", "date_latest"))


def of_facts(corpus: Corpus, facts: Facts) -> dict[str, object]:
    """Return the front matter as stored, then path, words, date_earliest and date_latest."""
    from corpuscli.model.letter import plain

    letter, when = facts.letter, facts.date
    return {
        "id": letter.id,
        **{field.key: plain(field.value) for field in letter.fields},
        "path": corpus.shown(letter.path),
        "words": facts.words,
        "date_earliest": when.earliest.isoformat() if when.earliest else None,
        "date_latest": when.latest.isoformat() if when.latest else None,
    }


def of_rows(
    corpus: Corpus, rows: Iterable[Row], doubtful: AbstractSet[int] = frozenset()
) -> Iterator[dict[str, object]]:
    """Yield the same from rows of the index.

    Args:
        corpus: The corpus.
        rows: The rows.
        doubtful: The numbers of those that are marked as ones that only may answer.
    """
    inside = corpus.shown("x").removesuffix("x")
    for row in rows:
        record: dict[str, object] = {
            "id": row.id,
            **row.record(),
            "path": inside + row.path,
            "words": row.words,
            "date_earliest": _day(row.earliest),
            "date_latest": _day(row.latest),
        }
        if row.number in doubtful:
            record |= MARK
        yield record


@lru_cache(maxsize=1 << 14)
def _day(ordinal: int | None) -> str | None:
    """Write a day as YYYY-MM-DD."""
    from datetime import date

    return date.fromordinal(ordinal).isoformat() if ordinal else None


def letters_table(rows: Iterable[Mapping[str, object]], more: tuple[str, ...] = ()) -> Table:
    """Return the table of some letters, with more columns behind their dates."""
    from corpuscli.model.table import Table

    columns = (*COLUMNS[:2], *more, *COLUMNS[2:])
    return Table(columns, rows, OPEN_ENDS, frozenset(["words"]), title="letters", spare=COLUMNS[:1:-1])
