"""A stretch that is printed in both calendars.

"27 февраля — 2 марта (11—14 марта) 1858" as a whole, "6 (18) — 8 (20) июня 1862" day by day.
"""

from __future__ import annotations

import re
from functools import cache, reduce
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.text.dates.edtf import parse_edtf
from corpuscli.text.dates.julian import julian_day
from corpuscli.text.dates.run import Run

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


def of_both_calendars(run: Run, read: Callable[[Run], str]) -> str:
    """Return the Gregorian one of two stretches that are the same days, or ``""``.

    Args:
        run: What stands in parentheses is the second; month and year behind them are said of both.
        read: Reads a run without parentheses.
    """
    found = _whole().fullmatch(run.shape) or _day_by_day().fullmatch(run.shape)
    if found is None or (run.shape[0] == "B" and run.values[0] not in ("between", "not_before")):
        return ""
    old, new = (
        reduce(Run.joined, (run.part(*found.span(name)) for name in names if name in found.re.groupindex))
        for names in (("old", "joint", "old_end", "both"), ("new", "joint", "new_end", "both"))
    )
    if "Y" in old.shape and "Y" not in new.shape:
        year = old.shape.rindex("Y")
        new = new.joined(old.part(year, year + 1))
    try:
        one, other = parse_edtf(read(old)), parse_edtf(read(new))
        return other.edtf if (_later(one.earliest), _later(one.latest)) == (other.earliest, other.latest) else ""
    except DateError:
        return ""


def _later(day: date | None) -> date | None:
    return day and julian_day(day.year, day.month, day.day)


@cache
def _whole() -> re.Pattern[str]:
    """Return the shapes of two stretches: each has a joint, or days one by one."""
    stretch = r"[^()]*(?:[-&|]|d[do])[^()]*"
    return re.compile(rf"(?P<old>{stretch})\((?P<new>{stretch})\)(?P<both>[MR]?Y?)")


@cache
def _day_by_day() -> re.Pattern[str]:
    day = "[do][MR]?Y?"
    return re.compile(
        rf"B?(?P<old>{day})\((?P<new>{day})\)(?P<joint>[-&|])(?P<old_end>{day})\((?P<new_end>{day})\)(?P<both>[MR]?Y?)"
    )
