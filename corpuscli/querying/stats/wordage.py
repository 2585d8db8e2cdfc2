"""How long letters are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.table import Table

if TYPE_CHECKING:
    from corpuscli.querying.stats.tally import Tally


def wordage(tally: Tally) -> Table:
    """Return ``sender, letters, words, mean, median, longest``; words of texts, notes not counted; empty texts too."""
    from statistics import median

    found: dict[str, list[int]] = {}
    for one in tally.letters:
        for sender in one.senders:
            found.setdefault(sender, []).append(one.words)
    rows: list[dict[str, object]] = [
        {
            "sender": sender,
            "letters": len(words),
            "words": sum(words),
            "mean": round(sum(words) / len(words), 1),
            "median": round(median(words), 1),
            "longest": max(words),
        }
        for sender, words in sorted(found.items(), key=lambda item: (-sum(item[1]), item[0]))
    ]
    columns = ("sender", "letters", "words", "mean", "median", "longest")
    return Table(columns, rows[: tally.limit or None], numeric=frozenset(columns[1:]), title="words")
