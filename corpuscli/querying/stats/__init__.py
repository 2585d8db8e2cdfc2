"""Statistics of letters, one kind a file: each is a table, so every number can be had in any format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpuscli.model.table import Table
    from corpuscli.querying.stats.tally import Tally

KINDS = ("summary", "years", "months", "pairs", "matrix", "people", "archives", "fonds", "gaps", "words")
"""All kinds, by the name under which they are asked for."""


def table_of(kind: str) -> Callable[[Tally], Table]:
    """Return what makes the table of a kind.

    Raises:
        UnknownNameError: There is no such kind, with the nearest.
    """
    from corpuscli.querying.stats import gaps, holdings, pairs, summary, timeline, wordage

    makers = (
        summary.summary, timeline.years, timeline.months, pairs.pairs, pairs.matrix, pairs.people, holdings.archives,
        holdings.fonds, gaps.gaps, wordage.wordage,
    )  # fmt: skip
    known: dict[str, Callable[[Tally], Table]] = dict(zip(KINDS, makers, strict=True))
    if kind not in known:
        from corpuscli.errors import UnknownNameError
        from corpuscli.text.nearest import nearest

        raise UnknownNameError("kind of statistics", kind, nearest(kind, KINDS) or KINDS)
    return known[kind]
