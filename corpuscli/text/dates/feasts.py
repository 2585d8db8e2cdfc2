"""Feasts of the western and the Orthodox church, whose days depend on the year."""

from __future__ import annotations

from datetime import date, timedelta

from corpuscli.errors import DateError
from corpuscli.text.dates.julian import julian_day


def feast_days(rule: str, year: str, calendar: str | None = None) -> tuple[str, str]:
    """Return a feast's first and last day in EDTF.

    Args:
        rule: As the rows write it: ``12-25`` (month and day), ``easter+49`` (days after Easter Sunday), ``pascha+49``
            (days after the Orthodox Easter), ``advent+7`` (days after the first Sunday of Advent), ``thanks+0`` (days
            after Thanksgiving), or two of them with ``..`` between.
        year: Four digits.
        calendar: ``julian`` for the feasts of those who kept the old calendar.

    Raises:
        DateError: The year has open digits, or is none that the calendar has.

    >>> feast_days("easter-2..easter+1", "1933")
    ('1933-04-14', '1933-04-17')
    >>> feast_days("easter+0", "1921", "julian")
    ('1921-05-01', '1921-05-01')
    """
    if not year.isdecimal():
        raise DateError("a feast's day depends on the year; write all four digits of it")
    first, _, last = rule.partition("..")
    try:
        days = [_day(end, int(year), julian=calendar == "julian").isoformat() for end in (first, last or first)]
    except (ValueError, OverflowError):  # the calendar of the standard library has the years 1 to 9999
        raise DateError(f"no feast is reckoned in the year {year}; correct the year") from None
    return days[0], days[1]


def _day(rule: str, year: int, *, julian: bool) -> date:
    """Return the Gregorian day of one end of a feast."""
    movable, days = rule[:6], rule[6:]
    if movable in ("easter", "pascha"):
        sunday = _pascha(year) if julian or movable == "pascha" else _easter(year)
        return sunday + timedelta(days=int(days))
    if movable in ("advent", "thanks"):
        return (_advent(year) if movable == "advent" else _thanksgiving(year)) + timedelta(days=int(days))
    month, _, day = rule.partition("-")
    return julian_day(year, int(month), int(day)) if julian else date(year, int(month), int(day))


def _advent(year: int) -> date:
    """Return the fourth Sunday before Christmas."""
    eve = date(year, 12, 24)
    return eve - timedelta(days=eve.isoweekday() % 7 + 21)


def _thanksgiving(year: int) -> date:
    """Return the last Thursday of November (proclaimed by Lincoln, 1863), from 1942 the fourth (55 Stat. 862)."""
    first = date(year, 11, 22 if year >= 1942 else 24)  # noqa: PLR2004 - the year of the law
    return first + timedelta(days=(4 - first.isoweekday()) % 7)


def _pascha(year: int) -> date:
    """Return the Gregorian day of Easter Sunday of the Julian calendar.

    Source: J. Meeus, Astronomical Algorithms, 2nd ed., ch. 8.
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return julian_day(year, month, day + 1)


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar.

    Source: the anonymous algorithm in Nature 13 (1876), p. 487; J. Meeus, Astronomical Algorithms, 2nd ed., ch. 8.
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, odd = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    weekday = (32 + 2 * odd + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
