"""Days before and after a day, as far as years can be held."""

from __future__ import annotations

from datetime import date, timedelta

from corpuscli.errors import DateError

BEYOND = "only the years 0001 to 9999 can be held"


def shifted(day: date, by: int) -> date:
    """Return the day that is so many days after ``day``, or before it.

    Raises:
        DateError: It would lie before 0001-01-01 or after 9999-12-31.

    >>> shifted(date(1921, 3, 1), -1)
    datetime.date(1921, 2, 28)
    >>> shifted(date.max, 1)
    Traceback (most recent call last):
    corpuscli.errors.DateError: only the years 0001 to 9999 can be held
    """
    try:
        return day + timedelta(days=by)
    except OverflowError:
        raise DateError(BEYOND) from None
