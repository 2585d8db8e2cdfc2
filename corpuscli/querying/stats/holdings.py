"""Where letters are kept."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.model.table import Table

if TYPE_CHECKING:
    from corpuscli.querying.stats.tally import Tally


def archives(tally: Tally) -> Table:
    """Return ``archive, letters``, the fullest first; a letter kept in two counts in both."""
    count = Counter(name for one in tally.letters for name in dict.fromkeys(name for name, _ in _held(one.source)))
    return _table(("archive",), Counter({(name,): number for name, number in count.items()}), tally.limit)


def fonds(tally: Tally) -> Table:
    """Return ``archive, fond, letters``, the fullest first."""
    count = Counter(held for one in tally.letters for held in dict.fromkeys(_held(one.source)) if held[1])
    return _table(("archive", "fond"), Counter[tuple[str, ...]](count), tally.limit)


def _table(columns: tuple[str, ...], count: Counter[tuple[str, ...]], limit: int) -> Table:
    ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))[: limit or None]
    rows = [{**dict(zip(columns, key, strict=True)), "letters": number} for key, number in ranked]
    return Table((*columns, "letters"), rows, numeric=frozenset(["letters"]), title="where letters are kept")


def _held(sources: tuple[str, ...]) -> list[tuple[str, str]]:
    return [held for source in sources for held in _cited(source)]


@lru_cache(maxsize=1 << 14)
def _cited(source: str) -> tuple[tuple[str, str], ...]:
    """Return archive and fond of each archival citation."""
    from corpuscli.text.citations import find_citations

    found = (one.fields for one in find_citations(source) if one.kind == "archive")
    return tuple((str(fields.get("archive") or "?"), str(fields.get("fond") or "")) for fields in found)
