"""First and last day of a year, month, season or day, some of whose digits may be open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}
"""First and last month of EDTF's seasons, as meteorologists count them in the north; winter ends in the next year."""

_KNOWN = {f"{month:02}": month for month in range(1, 13)}

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def bounds(year: str, month: str | None = None, day: str | None = None) -> tuple[date | None, date | None]:
    """Return the first and the last day that the digits may mean.

    Args:
        year: Four digits, any of them ``X``; ``XXXX`` is no year at all, and its bounds are None.
        month: Two digits or ``X``, or the number of a season; None for the whole year.
        day: Two digits or ``X``; None for the whole month.

    Raises:
        ValueError: No such day ever was; the message says why.
    """
    if month in SEASONS:
        return _season(year, month)
    if day is None and "X" not in year and year != "0000" and (month is None or month in _KNOWN):
        number = int(year)
        first, last = (1, 12) if month is None else (_KNOWN[month], _KNOWN[month])
        return date(number, first, 1), last_day(number, last)
    if month is None and day is None and "X" in year and year != "XXXX":
        return date(int(year.replace("X", "0")) or 1, 1, 1), date(int(year.replace("X", "9")), 12, 31)
    wanted = (_years(year), _fitting(month, 1, 12), _fitting(day, 1, 31))
    if not wanted[1]:
        raise ValueError(f"there is no month {month}; months run from 01 to 12, seasons from 21 to 24")
    first_day = _first(*wanted)
    if first_day is None:
        raise ValueError(_never(year, month, day))
    if year == "XXXX":
        return None, None
    return first_day, _first(*(tuple(reversed(part)) for part in wanted), last=day is None)


def last_day(year: int, month: int) -> date:
    """Return the last day of a month of the Gregorian calendar."""
    return date(year, month, month_length(year, month))


def month_length(year: int, month: int) -> int:
    """Return a month's days in the Gregorian calendar."""
    if month == 2:  # noqa: PLR2004 - February
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _season(year: str, month: str) -> tuple[date | None, date | None]:
    """Return a season's first and last day."""
    if year == "XXXX":
        return None, None
    start, end = SEASONS[month]
    years = _years(year)
    if not years:
        raise ValueError(_never(year, None, None))
    if end > start:
        return date(years[0], start, 1), last_day(years[-1], end)
    return date(years[0], start, 1), last_day(years[-1] + 1, end) if years[-1] < date.max.year else date.max


def _years(mask: str) -> tuple[int, ...]:
    """Return all years from 1 on that the mask means, in order; of no mask at all, one."""
    if mask == "XXXX":
        return (2000,)  # a leap year stands for all: every day of any year is one of it
    if "X" not in mask:
        return (int(mask),) if mask != "0000" else ()
    return tuple(value for value in _expand(mask) if value)


def _fitting(mask: str | None, lowest: int, highest: int) -> tuple[int, ...]:
    """Return all values within the limits that the mask means, in order."""
    values: Iterable[int] = _expand(mask) if mask else range(lowest, highest + 1)
    return tuple(value for value in values if lowest <= value <= highest)


def _expand(mask: str) -> list[int]:
    """Return all numbers whose digits fit the mask, in order."""
    values = [0]
    for digit in mask:
        choices = range(10) if digit == "X" else (int(digit),)
        values = [value * 10 + choice for value in values for choice in choices]
    return values


def _first(
    years: tuple[int, ...], months: tuple[int, ...], days: tuple[int, ...], *, last: bool = False
) -> date | None:
    """Return the first day, in the order given, that the calendar knows."""
    for year in years:
        for month in months:
            if last:
                return last_day(year, month)
            for day in days:
                if day <= month_length(year, month):
                    return date(year, month, day)
    return None


def _never(year: str, month: str | None, day: str | None) -> str:
    """Say why no such day ever was."""
    if year == "0000":
        return "years begin with 0001"
    if month is None or day is None or "X" in month or "X" in day or "X" in year:
        return "no day fits these digits"
    if int(day) == 0:
        return f"days begin with 01; leave the day out for all of {MONTHS[int(month) - 1]} {int(year)}"
    length = month_length(int(year), int(month))
    why = f"{MONTHS[int(month) - 1]} {int(year)} has {length} days"
    if month == "02" and day == "29" and int(year) % 100 == 0:
        return f"{why}; in the Julian calendar it had 29: give the printed date and calendar julian"
    return f"{why}; correct the day, or write {year}-{month}"
