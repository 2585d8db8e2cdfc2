"""A date that is none.

What it does:
    Reads ``date``, ``date_received`` and ``retrieved`` as EDTF (ISO 8601-2), as strictly as the calendar itself.

Why it is bad:
    A letter with a date that cannot be read stands in no span of years and sorts nowhere.

Example:
    ::

        ---
        date: 1921-02-30
        date_received: March 12, 1921
        ---

Use instead:
    ::

        ---
        date: 1921-02-28
        date_received: 1921-03-12
        ---

Fix safety:
    There is no fix: a day that never was may stand for several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "error"
KEYS = ("date", "date_received", "retrieved")


def check(look: Look) -> Iterator[Problem]:
    """Read each date."""
    for key in KEYS:
        field = look.letter.field(key)
        if field is not None and field.value and isinstance(field.value, str):
            try:
                look.edtf(field.value)
            except DateError as problem:
                yield Problem(field.span, f"{key} is no EDTF date: {problem}")
