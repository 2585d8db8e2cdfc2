"""A letter that is related to itself.

What it does:
    Reports the letter's own id in ``related``.

Why it is bad:
    It says nothing; another id was meant.

Example:
    ::

        >>> a.txt
        ---
        related: [a]
        ---

Use instead:
    ::

        >>> a.txt
        ---
        related: [b]
        ---

Fix safety:
    There is no fix: which letter was meant is the editor's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"
NEEDS = ("related",)


def check(look: Look) -> Iterator[Problem]:
    """Look at the related ids."""
    if look.letter.field("related") is not None:
        for key, value, place in look.values:
            if key == "related" and value == look.letter.id:
                yield Problem(Span(*place), "the letter names itself")
