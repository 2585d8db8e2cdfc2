"""A date outside the years of the corpus.

What it does:
    Compares ``date`` with ``span`` of corpus.yaml: no day it may mean lies in those years.

Why it is bad:
    A century misread shows nowhere else.

Example:
    ::

        >>> corpus.yaml
        span: [1912, 1927]
        >>> a.txt
        ---
        date: 1821-03-10
        ---

Use instead:
    ::

        >>> corpus.yaml
        span: [1912, 1927]
        >>> a.txt
        ---
        date: 1921-03-10
        ---

Fix safety:
    There is no fix: the date must be looked up, or the span widened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"


def check(look: Look) -> Iterator[Problem]:
    """Compare years."""
    years, field, day = look.context.config.span, look.letter.field("date"), look.day("date")
    if years is None or field is None or day is None:
        return
    if (day.latest and day.latest.year < years[0]) or (day.earliest and day.earliest.year > years[1]):
        yield Problem(field.span, f"{day.edtf} lies outside the years of this corpus, {years[0]} to {years[1]}")
