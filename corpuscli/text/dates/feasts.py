"""Feasts of the western church, whose days depend on the year."""

from __future__ import annotations

from datetime import date, timedelta

from corpuscli.errors import DateError


def feast_days(rule: str, year: str) -> tuple[str, str]:
    """Return a feast's first and last day in EDTF.

    Args:
        rule: As the rows write it: ``12-25`` (month and day), ``easter+49`` (days after Easter Sunday), or two of
            them with ``..`` between.
        year: Four digits.

    Raises:
        DateError: The year has open digits.

    >>> feast_days("easter-2..easter+1", "1933")
    ('1933-04-14', '1933-04-17')
    """
    if not year.isdecimal():
        raise DateError("a feast's day depends on the year; write all four digits of it")
    first, _, last = rule.partition("..")
    return _day(first, int(year)).isoformat(), _day(last or first, int(year)).isoformat()


def _day(rule: str, year: int) -> date:
    """Return the day of one end of a feast."""
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    month, _, day = rule.partition("-")
    return date(year, int(month), int(day))


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
