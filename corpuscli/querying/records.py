"""Letters as rows of a table: the JSON shape ``letter`` of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpuscli.model.table import Table
    from corpuscli.querying.facts import Facts
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.index import Row

COLUMNS = ("id", "date", "senders", "recipients", "place", "words")
"""What ``list`` shows."""

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


def of_row(corpus: Corpus, row: Row) -> dict[str, object]:
    """Return the same from a row of the index; a brief one has id and path only."""
    if not row.json:
        return {"id": row.id, "path": corpus.shown(row.path)}
    from datetime import date

    return {
        "id": row.id,
        **row.record(),
        "path": corpus.shown(row.path),
        "words": row.words,
        "date_earliest": date.fromordinal(row.earliest).isoformat() if row.earliest else None,
        "date_latest": date.fromordinal(row.latest).isoformat() if row.latest else None,
    }


def letters_table(rows: Iterable[Mapping[str, object]], more: tuple[str, ...] = ()) -> Table:
    """Return the table of some letters, with more columns behind their dates."""
    from corpuscli.model.table import Table

    return Table((*COLUMNS[:2], *more, *COLUMNS[2:]), rows, OPEN_ENDS, frozenset(["words"]), title="letters")
