"""Days named one by one, as "5, 6 and 7 May" or "5, 12 or 19 May": a comma, which tells nothing elsewhere, joins them."""

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


def any_of(run: Run) -> list[tuple[str, Sequence[str]]]:
    """Return shape and values of each of three or more days of which it was one: "8, 15 or 22 April 1845"."""
    found = _choice().fullmatch(run.shape.replace("o", "d").replace("R", "M"))
    if found is None:
        return []
    days = [at for at in range(found.end("days")) if run.shape[at] != "|"]
    behind = run.shape[found.end("days") :], run.values[found.end("days") :]
    return [(f"d{behind[0]}", [run.values[at], *behind[1]]) for at in days]


@cache
def _choice() -> re.Pattern[str]:
    return re.compile(r"(?P<days>dd+\|d)MY")


@cache
def _list() -> re.Pattern[str]:
    """Return the shapes: "May 5, 6, 1921" needs its year, since "May 5, 20" has one of two digits."""
    return re.compile(r"(?P<before>M?)(?P<days>dd+)(?P<last>(?:&d)?)(?P<month>M?)(?P<year>(?(before)Y|Y?))")
