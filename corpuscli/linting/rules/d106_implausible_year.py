"""A year in which no letter of the collection can have been written.

What it does:
    Reports years that stand for "unknown" in catalogues (0001, 1000, 9999), years before 1200 in a corpus without
    ``span``, and years still to come.

Why it is bad:
    A catalogue that must have a date writes one; a list by years then begins in the Middle Ages.

Example:
    ::

        ---
        date: 1000-01-01
        ---

Use instead:
    ::

        ---
        date: XXXX
        ---

Fix safety:
    Unsafe: 0001, 1000 and 9999 become ``XXXX``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "unsafe"
STAND_INS = (1, 1000, 9999)
EARLIEST = 1200


def check(look: Look) -> Iterator[Problem]:
    """Look at the year."""
    field, day = look.letter.field("date"), look.day("date")
    if field is None or day is None or look.context.config.span is not None:
        return
    first = day.earliest.year if day.earliest else None
    if first in STAND_INS and (day.latest is None or day.latest.year == first):
        edits = (Edit(field.span, "XXXX"),)
        yield Problem(field.span, f"the year {first:04} stands for unknown; write XXXX", edits, "unsafe")
    elif (day.latest and day.latest.year < EARLIEST) or (first and first > date.today().year):  # noqa: DTZ011 - a year will do
        yield Problem(field.span, f"a letter of {day.edtf[:4]}?")
