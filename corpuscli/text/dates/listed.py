"""Numbers beside one another: a comma, which tells nothing elsewhere, joins days or parts them from other numbers.

"5, 6 and 7 May" is a stretch, "5, 12 or 19 May" a choice; the house of
"Baker Street 52, 3 March 1926" is no part of the date.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.text.dates.run import Run

_LAST_DAY = 31


def joined_days(run: Run) -> tuple[str, Sequence[str]]:
    """Return shape and values of a run; days that follow one another become a stretch.

    Numbers without a comma between are none: in "1 2 May" the first may be a footnote's marker.
    """
    plain = run.shape.replace("o", "d")
    found = _list().fullmatch(plain) if "dd" in plain else None
    if found is None or bool(found["month"]) == bool(found["before"]):
        return run.shape, run.values
    days = [at for at in range(found.start("days"), found.end("last")) if plain[at] == "d"]
    commas = all(_parted(run, at) for at in days if plain[at : at + 2] == "dd")
    numbers = [int(run.values[at]) for at in days]
    if not commas or any(later != earlier + 1 for earlier, later in pairwise(numbers)):
        return run.shape, run.values
    values = [*run.values[: days[0]], run.values[days[0]], "", run.values[days[-1]], *run.values[days[-1] + 1 :]]
    return f"{found['before']}d-d{found['month']}{found['year']}", values


def alone(run: Run) -> Run:
    """Return the full date of a run without the house before it or the hour behind that a mark parts from it."""
    found = _numbered().fullmatch(run.shape)
    if found is None:
        return run
    start, end = found.span("date")
    before, behind = run.shape[:start], run.shape[end:]
    if before == "d" and int(run.values[0]) <= _LAST_DAY:  # 5, 8 May
        return run
    if before not in ("", "o", "t") and not _parted(run, 0):
        return run
    return run if behind and not _parted(run, end - 1) else run.part(start, end)


def _parted(run: Run, at: int) -> bool:
    """Tell whether a mark stands behind an item."""
    return run.first[at + 1] > run.last[at] + 1


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"[doYtR]?(?P<date>(?:[do][MR]|M[do])Y)(?:o?[do])?")


def any_of(run: Run) -> list[tuple[str, Sequence[str]]]:
    """Return shape and values of each of three or more days of which it was one: "8, 15 or 22 April 1845"."""
    found = _choice().fullmatch(run.shape.replace("o", "d").replace("R", "M"))
    days = [at for at in range(found.end("days")) if run.shape[at] != "|"] if found else []
    if found is None or not all(_parted(run, at) for at in days[:-2]):
        return []
    behind = run.shape[found.end("days") :], run.values[found.end("days") :]
    return [(f"d{behind[0]}", [run.values[at], *behind[1]]) for at in days]


@cache
def _choice() -> re.Pattern[str]:
    return re.compile(r"(?P<days>dd+\|d)MY")


@cache
def _list() -> re.Pattern[str]:
    """Return the shapes: "May 5, 6, 1921" needs its year, since "May 5, 20" has one of two digits."""
    return re.compile(r"(?P<before>M?)(?P<days>dd+)(?P<last>(?:&d)?)(?P<month>M?)(?P<year>(?(before)Y|Y?))")
