"""The letter's own first lines give another date.

What it does:
    Reads the first two lines of the text that hold a full date and little else, and compares it with ``date``.

Why it is bad:
    The writer's dateline is the best witness; an editor may have corrected it, or the file is another letter's.

Example:
    ::

        ---
        date: 1925-03-10
        ---
        Moscow, May 12, 1925

        Dear comrade,

Use instead:
    ::

        ---
        date: 1925-03-10
        ---
        Moscow, March 10, 1925

        Dear comrade,

Fix safety:
    There is no fix: either may be right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"
GAP = 13
"""Days that the calendars differ: a dateline may be Old Style."""
LONGEST = 60
"""Code points of a line that is a dateline and no sentence."""


def check(look: Look) -> Iterator[Problem]:
    """Look at the first two lines that are not blank."""
    day, text = look.day("date"), look.letter.text
    if day is None or day.earliest is None or day.latest is None:
        return
    for line in list(re.compile(r"[^\s][^\n]*").finditer(look.source, text.start, text.end))[:2]:
        found = look.days(Span(*line.span())) if len(line[0]) <= LONGEST else ()
        if len(found) == 1:
            span, printed = found[0]
            if (day.earliest - printed).days > GAP or printed > day.latest:
                yield Problem(span, f"the dateline says {printed.isoformat()}, date says {day.edtf}")
