r"""A tab in the text.

What it does:
    Reports tabs in text and notes, other than those that indent a note's continuation.

Why it is bad:
    How wide it is depends on the program; in running text it is the remains of a table or of an indent.

Example:
    ::

        Gold\t8,000,000

Use instead:
    ::

        Gold 8,000,000

Fix safety:
    Safe: it becomes a blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.linting.rule import HIDDEN
from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "hint"
FIXABLE: Fixable = "safe"
NEEDS = (HIDDEN,)


def check(look: Look) -> Iterator[Problem]:
    """Look behind each line's indent."""
    if "\t" in look.odd:
        for found in look.in_body(r"(?<=[^\s])\t+(?=[^\s])"):
            span = Span(*found.span())
            yield Problem(span, "a tab; write a blank", (Edit(span, " "),), "safe")
