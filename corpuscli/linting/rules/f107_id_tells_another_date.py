"""The id begins with another date than the letter has.

What it does:
    Compares the date an id begins with (a year, a month or a day) with ``date``.

Why it is bad:
    Files sort by their names. A letter whose date was mended but whose name was not stands in the wrong place.

Example:
    ::

        ---
        id: 1921-03-10-chicherin-stalin
        date: 1921-03-12
        ---

Use instead:
    ::

        ---
        id: 1921-03-12-chicherin-stalin
        date: 1921-03-12
        ---

Fix safety:
    There is no fix here: ``corpuscli rename`` changes the file and what relates to it, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"
PATTERN = r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![^-])"


def check(look: Look) -> Iterator[Problem]:
    """Compare the two."""
    field, day = look.letter.field("id"), look.day("date")
    found = re.match(PATTERN, look.letter.id) if field is not None and day is not None else None
    if found is None or field is None or day is None:
        return
    told = found[0]
    if not any(edge is not None and edge.isoformat().startswith(told) for edge in (day.earliest, day.latest)):
        yield Problem(field.span, f"the id says {told}, the date {day.edtf}: corpuscli rename mends it")
