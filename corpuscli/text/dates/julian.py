"""The Julian calendar.

Source: the Julian day number, as in E. G. Richards, "Calendars", Explanatory Supplement to the Astronomical Almanac,
3rd ed., 2013, ch. 15. Russia changed on 1918-02-01 (Julian), which became 1918-02-14.
"""

from __future__ import annotations

from datetime import date

from corpuscli.errors import DateError

_DAY_ONE = 1721425
"""Julian day number of the day before 0001-01-01 of the Gregorian calendar."""


def julian_day(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of a Julian one.

    Raises:
        DateError: The Julian calendar knows no such day, or the Gregorian day is in none of the years 1 to 9999.

    >>> julian_day(1917, 10, 25)
    datetime.date(1917, 11, 7)
    """
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):  # noqa: PLR2004 - months
        raise DateError(f"{year:04}-{month:02}-{day:02}: the Julian calendar has no such day; correct the date")
    early = (14 - month) // 12
    years = year + 4800 - early
    months = month + 12 * early - 3
    try:
        return date.fromordinal(day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083 - _DAY_ONE)
    except ValueError:
        raise DateError(f"{year:04}-{month:02}-{day:02}: in none of the years 1 to 9999; correct the date") from None


def month_length(year: int, month: int) -> int:
    """Return a month's days in the Julian calendar, in which every fourth year is a leap year."""
    if month == 2:  # noqa: PLR2004 - February
        return 29 if year % 4 == 0 else 28
    return 30 if month in (4, 6, 9, 11) else 31


def to_gregorian(first: str, last: str) -> tuple[str, str]:
    """Convert two dates in EDTF, the first and last stretch of one: days stay days, months become two ends.

    >>> to_gregorian("1918-01", "1918-01")
    ('1918-01-14', '1918-02-13')
    """
    return _edge(first, end=False).isoformat(), _edge(last, end=True).isoformat()


def _edge(text: str, *, end: bool) -> date:
    """Return the first or last Gregorian day of a Julian day, month or year."""
    parts = text.replace("X", "9" if end else "0").split("-")
    year = int(parts[0])
    month = int(parts[1]) if len(parts) > 1 else 12 if end else 1
    fallback = month_length(year, month) if end else 1
    return julian_day(year, month, int(parts[2]) if len(parts) > 2 else fallback)  # noqa: PLR2004 - a day
