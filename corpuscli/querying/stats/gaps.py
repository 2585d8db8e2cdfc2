"""Stretches of time in which nobody wrote."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from corpuscli.model.table import Table

if TYPE_CHECKING:
    from corpuscli.querying.stats.tally import Tally

VAGUE = 366
"""Letters dated less closely than so many days, or open at an end, neither make nor fill a gap."""
LEAST = 2
"""Days that a gap has at least."""
DAY = timedelta(days=1)


def gaps(tally: Tally) -> Table:
    """Return ``from, to, days``: days on which no letter may lie, between letters; the longest first."""
    stretches = sorted(
        (first, last)
        for first, last in (
            (date.fromisoformat(one.first), date.fromisoformat(one.last))
            for one in tally.letters
            if one.first and one.last
        )
        if (last - first).days < VAGUE
    )
    rows: list[dict[str, object]] = []
    covered: date | None = None
    for first, last in stretches:
        if covered is not None and (first - covered).days > LEAST:
            start, end = covered + DAY, first - DAY
            rows.append({"from": start.isoformat(), "to": end.isoformat(), "days": (end - start).days + 1})
        covered = last if covered is None else max(covered, last)
    rows.sort(key=lambda row: (-int(str(row["days"])), str(row["from"])))
    return Table(("from", "to", "days"), rows[: tally.limit or None], numeric=frozenset(["days"]), title="gaps")
