r"""A byte-order mark at the file's beginning.

What it does:
    Reports U+FEFF at the very beginning of the file.

Why it is bad:
    It shows nothing, says nothing in UTF-8, and makes the first line unlike ``---`` for other tools.

Example:
    ::

        \ufeff---
        id: a
        ---

Use instead:
    ::

        ---
        id: a
        ---

Fix safety:
    Safe: the mark is taken away.
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
    """Look at the first code point."""
    if look.source.startswith("\ufeff"):
        span = Span(0, 1)
        yield Problem(span, "a byte-order mark (U+FEFF) before the front matter", (Edit(span),), "safe")
