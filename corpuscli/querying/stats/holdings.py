"""Where letters are kept."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.querying.stats.tally import Tally


def archives(tally: Tally) -> Table:
    """Return ``archive, letters``, the fullest first; a letter kept in two counts in both."""
    count = Counter(name for held in _held(tally) for name in dict.fromkeys(name for name, _ in held))
    return _table(("archive",), Counter({(name,): number for name, number in count.items()}), tally.limit)


def fonds(tally: Tally) -> Table:
    """Return ``archive, fond, letters``, the fullest first."""
    count = Counter(one for held in _held(tally) for one in held if one[1])
    return _table(("archive", "fond"), Counter[tuple[str, ...]](count), tally.limit)


def _table(columns: tuple[str, ...], count: Counter[tuple[str, ...]], limit: int) -> Table:
    ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))[: limit or None]
    rows = [{**dict(zip(columns, key, strict=True)), "letters": number} for key, number in ranked]
    return Table((*columns, "letters"), rows, numeric=frozenset(["letters"]), title="where letters are kept")


def _held(tally: Tally) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield archive and fond of each archival citation of each letter's source; what is cited alike is read once."""
    from corpuscli.text.citations import find_citations

    @lru_cache(maxsize=1 << 14)
    def cited(source: str) -> tuple[tuple[str, str], ...]:
        found = (one.fields for one in find_citations(source, tally.registers) if one.kind == "archive")
        return tuple((str(fields.get("archive") or "?"), str(fields.get("fond") or "")) for fields in found)

    for letter in tally.letters:
        yield tuple(dict.fromkeys(held for source in letter.source for held in cited(source)))
