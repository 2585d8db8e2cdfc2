"""A Russian date before February 1918, and no calendar said.

What it does:
    Reports a letter in Russian, or from a place or source in Russian, whose day lies before 14 February 1918, has a
    ``date_text`` with one date only, and has no ``calendar``.

Why it is bad:
    Russia reckoned by the Julian calendar until then; printed dates of Russian letters are mostly Old Style.
    Without ``calendar`` the day is thirteen days in doubt.

Example:
    ::

        ---
        language: ru
        date: 1917-03-10
        date_text: 10 марта 1917 г.
        ---

Use instead:
    ::

        ---
        language: ru
        date: 1917-03-23
        date_text: 10 марта 1917 г.
        calendar: julian
        ---

Fix safety:
    There is no fix: an edition may have converted its dates.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"
NEEDS = ("date_text",)
CHANGE = date(1918, 2, 14)
"""The first day of the Gregorian calendar in Russia (decree of 24 January 1918)."""


def check(look: Look) -> Iterator[Problem]:
    """Look at the day, the language and the calendar."""
    field, day = look.letter.field("date_text"), look.day("date")
    if field is None or day is None or day.latest is None or day.earliest != day.latest or day.latest >= CHANGE:
        return
    text = look.letter.get("date_text")
    russian = (look.language or "").startswith("ru") or bool(re.search("[А-яЁё]{3}", text))
    both = re.search(r"\(|\[|/|\b(?:o\.? ?s|n\.? ?s|old|new|ст(?:\.|арого)|н(?:\.|ового) ?ст)", text, re.IGNORECASE)
    if russian and text and not both and not look.letter.get("calendar"):
        yield Problem(field.span, "Old Style is likely before 14 February 1918; say calendar: julian or gregorian")
