"""A marker in the front matter.

What it does:
    Reports a marker ``[^1]`` in a value.

Why it is bad:
    Markers have a meaning in the text only; in a name or a place it is a misread heading, and no name matches any
    more.

Example:
    ::

        ---
        place: Moscow[^1]
        ---

Use instead:
    ::

        ---
        place: Moscow
        ---

Fix safety:
    There is no fix: the note says something, and needs a place of its own.
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

SEVERITY: Severity = "warning"


def check(look: Look) -> Iterator[Problem]:
    """Look before the text."""
    start = look.letter.body.start
    if look.source.find("[^", 0, start) >= 0:
        for found in re.compile(r"\[\^[^\s\[\]^]+\]").finditer(look.source, 0, start):
            yield Problem(Span(*found.span()), "a marker in the front matter; take it away, and its note to the text")
