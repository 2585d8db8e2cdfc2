"""A printed date that cannot be read.

What it does:
    Reports a ``date_text`` with a year of four digits in it that no reader of printed dates understands.

Why it is bad:
    The printed date is the evidence for ``date``; what cannot be read cannot be compared.

Example:
    ::

        ---
        date: 1921-03-10
        date_text: Mxrch 10, 1921
        ---

Use instead:
    ::

        ---
        date: 1921-03-10
        date_text: March 10, 1921
        ---

Fix safety:
    There is no fix: the words are the edition's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"
NEEDS = ("date_text",)


def check(look: Look) -> Iterator[Problem]:
    """Try to read it."""
    from corpuscli.text.dates import parse_printed

    field = look.letter.field("date_text")
    if field is None or not isinstance(field.value, str) or not re.search(r"(?<!\d)1\d{3}(?!\d)", field.value):
        return
    try:
        parse_printed(field.value, look.language, day_first=look.context.config.day_first)
    except DateError as problem:
        yield Problem(field.span, f"date_text cannot be read: {problem}")
