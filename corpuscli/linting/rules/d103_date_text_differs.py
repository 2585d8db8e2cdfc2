"""The date as printed is another than the date.

What it does:
    Reads ``date_text`` in the letter's language and in the calendar that ``calendar`` names, and compares it with
    ``date``: the two have no day in common, nor is one the day that the other is said to be after or before. Dates
    before 1918 may be of either calendar where ``calendar`` does not say.

Why it is bad:
    The printed date is the evidence, ``date`` is what everything is sorted by; one of them was changed and not the
    other.

Example:
    ::

        ---
        date: 1921-03-12
        date_text: March 10, 1921
        ---

Use instead:
    ::

        ---
        date: 1921-03-10
        date_text: March 10, 1921
        ---

Fix safety:
    There is no fix: either may be right.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.date import Date
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"
NEEDS = ("date_text",)
CHANGE = date(1923, 3, 14)
"""Greece was the last country of Europe to change its calendar (1923)."""


def check(look: Look) -> Iterator[Problem]:
    """Read the one and compare."""
    from corpuscli.text.dates import parse_printed

    field, day = look.letter.field("date_text"), look.day("date")
    if field is None or day is None or not isinstance(field.value, str) or not field.value or day.undated:
        return
    calendar = look.letter.get("calendar")
    try:
        printed = parse_printed(
            field.value, look.language, day_first=look.context.config.day_first, calendar=calendar or None
        )
    except DateError:
        return
    if printed.undated or _meet(printed, day, timedelta()) or _bounds(printed, day):
        return
    either = not calendar and day.earliest is not None and day.earliest < CHANGE
    if not (either and _meet(printed, day, _gap(day.earliest))):
        yield Problem(field.span, f"date_text says {printed.edtf}, date says {day.edtf}")


def _bounds(printed: Date, day: Date) -> bool:
    """Tell whether ``after 15 March`` stands for a date of 15 March: editions give the last day that is certain."""
    if printed.latest is None:
        return _follow(day.latest, printed.earliest)
    return printed.earliest is None and _follow(printed.latest, day.earliest)


def _follow(day: date | None, other: date | None) -> bool:
    """Tell whether the other day is the next one."""
    return day is not None and other is not None and day.toordinal() + 1 == other.toordinal()


def _gap(day: date | None) -> timedelta:
    """By how many days the Julian calendar is behind: one more for each century that is no leap year."""
    century = day.year // 100 if day is not None else 0
    return timedelta(days=century - century // 4 - 2)


def _meet(printed: Date, other: Date, gap: timedelta) -> bool:
    """Tell whether the two may be one day, when the first is printed that much behind."""
    first = max(printed.earliest + gap if printed.earliest else date.min, other.earliest or date.min)
    last = min(printed.latest + gap if printed.latest else date.max, other.latest or date.max)
    return first <= last
