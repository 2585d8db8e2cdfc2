r"""A character that was lost.

What it does:
    Reports U+FFFD, the replacement character.

Why it is bad:
    A program could not read a byte and wrote this in its place: a letter of the text is gone.

Example:
    ::

        The dele\ufffdation has come.

Use instead:
    ::

        The delegation has come.

Fix safety:
    There is no fix: what was there stands in the source.
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

SEVERITY: Severity = "error"


def check(look: Look) -> Iterator[Problem]:
    """Look for it."""
    if "\ufffd" in look.source:
        for found in re.finditer("\ufffd+", look.source):
            yield Problem(Span(*found.span()), "a character that was lost (U+FFFD); look it up in the source")
