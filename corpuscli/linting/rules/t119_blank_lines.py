"""More than two blank lines in a row.

What it does:
    Reports three and more blank lines within the text.

Why it is bad:
    They are the page's gaps, not the writer's paragraphs.

Example:
    ::

        Dear comrade,



        All is well.

Use instead:
    ::

        Dear comrade,

        All is well.

Fix safety:
    Safe: one blank line stays.
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
FIXABLE: Fixable = "safe"


def check(look: Look) -> Iterator[Problem]:
    """Look for line ends in a row."""
    if "\n\n\n\n" in look.source.replace("\r", ""):
        for found in look.in_body(r"(?<=\n)(?:[ \t]*\r?\n){3,}(?=[^\n])"):
            line = found[0][found[0].rfind("\n", 0, -1) + 1 :]
            span = Span(*found.span())
            yield Problem(span, "more than two blank lines", (Edit(span, line),), "safe")
