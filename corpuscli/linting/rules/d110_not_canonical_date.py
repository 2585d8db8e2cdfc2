"""A date that can be written more plainly.

What it does:
    Reports an EDTF date that has a canonical form: ``?~`` for ``%``, blanks in sets, an hour that no one needs.

Why it is bad:
    Two spellings of one date are two dates to every tool that compares text.

Example:
    ::

        ---
        date: 1921-03-10?~
        ---

Use instead:
    ::

        ---
        date: 1921-03-10%
        ---

Fix safety:
    Safe: the two mean the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "hint"
FIXABLE: Fixable = "safe"
KEYS = ("date", "date_received", "retrieved")


def check(look: Look) -> Iterator[Problem]:
    """Compare each date with its canonical form."""
    for key in KEYS:
        field, day = look.letter.field(key), look.day(key)
        if field is not None and day is not None and day.edtf != field.value and day.edtf:
            bare = field.span.of(look.source) == field.value
            edits = (Edit(field.span, day.edtf),) if bare and day.edtf[0] not in "[{%" else ()
            yield Problem(field.span, f"{key} is written {day.edtf}", edits, "safe" if edits else "no")
