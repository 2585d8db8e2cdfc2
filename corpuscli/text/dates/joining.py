"""Two printed dates beside each other: what one lacks the other says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.text.dates.julian import julian_day

if TYPE_CHECKING:
    from corpuscli.text.dates.fields import Fields


def complete(left: Fields, right: Fields) -> tuple[Fields, Fields]:
    """Fill into each what only the other says, in place; return both.

    "10./11. 1914" are two months, "5-6 May" one month, "December 30 - January 2, 1921" two years.
    """
    if _is_year(right) and left.year and not left.month and not left.day:
        digits = str(right.day)
        right.year, right.day = left.year[: -len(digits)] + digits, 0
    if left.day and not left.month:
        if right.month and not right.day and not left.year and not right.vague:
            left.month, left.day = left.day, 0
        else:
            left.month = right.month
    if right.day and not right.month:
        right.month = left.month
    if not left.month and not left.year and (left.parts or left.vague):
        left.month = right.month
    if not right.year:
        right.year = left.year
    elif not left.year:
        left.year = right.year
        if right.year.isdecimal() and left.month > right.month > 0:
            left.year = f"{int(right.year) - 1:04}"
    return left, right


def _is_year(side: Fields) -> bool:
    """Tell whether a side is nothing but one number of two digits."""
    return bool(side.day) and not side.month and not side.year


def same_day(left: Fields, right: Fields) -> Fields | None:
    """Return the Gregorian one of two dates that are one day in two calendars, or None."""
    if not (left.day and left.month and right.day and right.month):
        return None
    for year in (left.year or right.year,) if left.year or right.year else ("1918", "1850", "1750"):
        if not year.isdecimal():
            return None
        one = left if left.year else replace(left, year=year)
        two = right if right.year else replace(right, year=year)
        for old, new, found in ((one, two, right), (two, one, left)):
            try:
                if julian_day(int(old.year), old.month, old.day) == date(int(new.year), new.month, new.day):
                    return found
            except (DateError, ValueError):
                continue
    return None
