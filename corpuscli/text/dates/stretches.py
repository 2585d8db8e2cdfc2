"""A stretch that is printed in both calendars: "27 февраля — 2 марта (11—14 марта) 1858"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.text.dates.edtf import parse_edtf
from corpuscli.text.dates.julian import julian_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from corpuscli.text.dates.items import Run


def of_both_calendars(run: Run, read: Callable[[Run], str]) -> str:
    """Return the Gregorian one of two stretches that are the same days, or ``""``.

    Args:
        run: What stands in parentheses is the second; month and year behind them are said of both.
        read: Reads a run without parentheses.
    """
    found = _shape().fullmatch(run.shape)
    if found is None:
        return ""
    behind = found.span("both")
    old = run.part(*found.span("old")).joined(run.part(*behind))
    new = run.part(*found.span("new")).joined(run.part(*behind))
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
def _shape() -> re.Pattern[str]:
    """Return the shapes of two stretches: each has a joint, or days one by one."""
    stretch = r"[^()]*(?:[-&|]|d[do])[^()]*"
    return re.compile(rf"(?P<old>{stretch})\((?P<new>{stretch})\)(?P<both>[MR]?Y?)")
