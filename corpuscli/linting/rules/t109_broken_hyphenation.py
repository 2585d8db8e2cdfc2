"""A word broken by a line's end.

What it does:
    Reports a hyphen at a line's end between two small letters, and a hyphen with a blank behind it within a word.

Why it is bad:
    The hyphen belonged to the printed line. Left in the text, the word is two halves for every search.

Example:
    ::

        The dele-
        gation has come.

Use instead:
    ::

        The delegation has come.

Fix safety:
    Unsafe: the hyphen may belong to the word.
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

SEVERITY: Severity = "hint"
FIXABLE: Fixable = "unsafe"
PATTERN = (
    r"(?<=[^\W\d_A-ZА-ЯЁÄÖÜ]{2})-(?:[ ]?\r?\n[ ]*|[ ])(?=[^\W\d_A-ZА-ЯЁÄÖÜ]{2})"
    r"(?!(?:und|oder|bzw|sowie|bis|als|wie|and|or|to|et|ou|и|или|a|y|e|en)\b)"
)


def check(look: Look) -> Iterator[Problem]:
    """Look for hyphens with an end of line or a blank behind."""
    for found in look.in_body(PATTERN):
        span = Span(*found.span())
        message = "a hyphen that belonged to a printed line breaks this word"
        yield Problem(Span(span.start, span.start + 1), message, (Edit(span),), "unsafe")
