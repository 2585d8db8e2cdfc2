"""Undated, though a date is printed.

What it does:
    Reports a ``date`` that says XXXX, or none at all, where ``date_text`` can be read as a date.

Why it is bad:
    The letter sorts last and answers no question about a time, while its date stands on the page.

Example:
    ::

        ---
        date: XXXX
        date_text: March 10, 1921
        ---

Use instead:
    ::

        ---
        date: 1921-03-10
        date_text: March 10, 1921
        ---

Fix safety:
    Unsafe: the date is what ``date_text`` says, in its own calendar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "unsafe"
NEEDS = ("date_text",)


def check(look: Look) -> Iterator[Problem]:
    """Read the printed date where there is no other."""
    field, printed, day = look.letter.field("date"), look.letter.get("date_text"), look.day("date")
    if field is None or day is None or not day.undated or not printed:
        return
    from corpuscli.text.dates import parse_printed

    try:
        read = parse_printed(
            printed,
            look.language,
            day_first=look.context.config.day_first,
            calendar=look.letter.get("calendar") or None,
        )
    except DateError:
        return
    if not read.undated:
        edits = (Edit(field.span, read.edtf),) if read.edtf.replace("-", "").isdigit() else ()
        message = f"date_text says {read.edtf}, date says nothing"
        yield Problem(field.span, message, edits, "unsafe" if edits else "no")
