"""Days named one by one, as "5, 6 and 7 May": a comma, which tells nothing elsewhere, joins them."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.text.dates.items import Run


def joined_days(run: Run) -> tuple[str, Sequence[str]]:
    """Return shape and values of a run; days that follow one another become a stretch.

    Numbers without a comma between are none: in "1 2 May" the first may be a footnote's marker.
    """
    plain = run.shape.replace("o", "d")
    found = _list().fullmatch(plain) if "dd" in plain else None
    if found is None or bool(found["month"]) == bool(found["before"]):
        return run.shape, run.values
    days = [at for at in range(found.start("days"), found.end("last")) if plain[at] == "d"]
    commas = all(run.first[at + 1] > run.last[at] + 1 for at in days if plain[at : at + 2] == "dd")
    numbers = [int(run.values[at]) for at in days]
    if not commas or any(later != earlier + 1 for earlier, later in pairwise(numbers)):
        return run.shape, run.values
    values = [*run.values[: days[0]], run.values[days[0]], "", run.values[days[-1]], *run.values[days[-1] + 1 :]]
    return f"{found['before']}d-d{found['month']}{found['year']}", values


@cache
def _list() -> re.Pattern[str]:
    """Return the shapes: "May 5, 6, 1921" needs its year, since "May 5, 20" has one of two digits."""
    return re.compile(r"(?P<before>M?)(?P<days>dd+)(?P<last>(?:&d)?)(?P<month>M?)(?P<year>(?(before)Y|Y?))")
