"""Letters as rows of a table: the JSON shape ``letter`` of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.letter import plain
from corpuscli.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.querying.facts import Facts
    from corpuscli.store.corpus import Corpus

COLUMNS = ("id", "date", "senders", "recipients", "place", "words")
"""What ``list`` shows."""

OPEN_ENDS = frozenset(("date_earliest", "date_latest"))


def record(corpus: Corpus, facts: Facts) -> dict[str, object]:
    """Return the front matter as stored, then path, words, date_earliest and date_latest."""
    letter, when = facts.letter, facts.date
    return {
        **{field.key: plain(field.value) for field in letter.fields},
        "path": corpus.shown(letter.path),
        "words": facts.words,
        "date_earliest": when.earliest.isoformat() if when.earliest else None,
        "date_latest": when.latest.isoformat() if when.latest else None,
    }


def letters_table(corpus: Corpus, found: Iterable[Facts]) -> Table:
    """Return the table of some letters."""
    rows = (record(corpus, facts) for facts in found)
    return Table(COLUMNS, rows, OPEN_ENDS, frozenset(["words"]), title="letters")
