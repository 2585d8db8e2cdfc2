"""A line that is only a page's number.

What it does:
    Reports a line that holds nothing but a number, with or without dashes, brackets or ``p.`` around it, between
    lines of text.

Why it is bad:
    It is the printed page's number or its break; it interrupts the letter's sentence.

Example:
    ::

        The delegation has

        - 34 -

        come to Moscow.

Use instead:
    ::

        The delegation has come to Moscow.

Fix safety:
    There is no fix: it may be a sum.
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
NUMBER = r"(?:[-–—\[(] ?)?(?:[pPсСS](?:age|tr|eite|тр)?\.? ?)?[0-9]{1,3}(?: ?[-–—\])])?"
PATTERN = rf"\n[ \t]*{NUMBER}[ \t]*(?=\r?\n\s*\S)"


def check(look: Look) -> Iterator[Problem]:
    """Look for such lines with text above and below."""
    text = look.letter.text
    for found in re.compile(PATTERN).finditer(look.source, text.start, text.end):
        if look.source[text.start : found.start()].strip():
            span = Span(found.end() - len(found[0].lstrip()), found.end())
            yield Problem(span, f"a line that is only {found[0].strip()!r}: the number of a page?")
