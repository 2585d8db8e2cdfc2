"""The weekday does not fit the day.

What it does:
    Reads a weekday in ``date_text`` (English, German, French, Russian) and compares it with that of ``date``, in
    the Gregorian calendar and, before 1924, in the Julian.

Why it is bad:
    Writers rarely mistake the weekday; the day, month or year is misread.

Example:
    ::

        ---
        date: 1921-03-10
        date_text: Monday, March 10, 1921
        ---

Use instead:
    ::

        ---
        date: 1921-03-10
        date_text: Thursday, March 10, 1921
        ---

Fix safety:
    There is no fix: either may be wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"
NEEDS = ("date_text",)
DAYS = (
    "monday montag lundi понедельник",
    "tuesday dienstag mardi вторник",
    "wednesday mittwoch mercredi среда",
    "thursday donnerstag jeudi четверг",
    "friday freitag vendredi пятница",
    "saturday samstag sonnabend samedi суббота",
    "sunday sonntag dimanche воскресенье",
)
WEEKDAYS = {name: number for number, names in enumerate(DAYS) for name in names.split()}
GAP = 13
LAST_JULIAN = 1923


def check(look: Look) -> Iterator[Problem]:
    """Look for a weekday, then at the day."""
    text, field, day = look.letter.get("date_text"), look.letter.field("date_text"), look.day("date")
    named = {WEEKDAYS[word] for word in re.findall(r"[^\W\d_]+", text.lower()) if word in WEEKDAYS}
    if len(named) != 1 or field is None or day is None or day.earliest is None or day.earliest != day.latest:
        return
    fitting = {day.earliest.weekday()}
    if day.earliest.year <= LAST_JULIAN:
        fitting |= {(day.earliest.weekday() + gap) % 7 for gap in (GAP, GAP - 1, -GAP, 1 - GAP)}
    if not named & fitting:
        name = DAYS[day.earliest.weekday()].split()[0].capitalize()
        yield Problem(field.span, f"{day.edtf} was a {name}")
