"""A blank before a marker.

What it does:
    Reports blanks between a word and the marker behind it.

Why it is bad:
    The marker belongs to the word. With a blank it may stand alone on the next line, and one blank too many stays
    when it is taken out.

Example:
    ::

        The delegation [^1] has come.

        [^1]: At the talks.

Use instead:
    ::

        The delegation[^1] has come.

        [^1]: At the talks.

Fix safety:
    Safe: the blank goes; no word changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "safe"


def check(look: Look) -> Iterator[Problem]:
    """Look before each marker."""
    for marker in look.markers:
        start = marker.span.start
        leading = look.source[marker.span.end : marker.span.end + 1].isalnum()
        spaced = look.source[start - 1 : start] in BLANKS and not leading
        words = look.source[:start].rstrip(" \t\xa0") if spaced else ""
        if words and not words.endswith("\n"):
            gap = Span(len(words), start)
            yield Problem(gap, f"a blank before the marker [^{marker.label}]", (Edit(gap),), "safe")


BLANKS = frozenset((" ", "\t", "\xa0"))
