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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"


def check(look: Look) -> Iterator[Problem]:
    """Look at the related ids."""
    if look.letter.field("related") is not None:
        for key, value, span in look.values:
            if key == "related" and value == look.letter.id:
                yield Problem(span, "the letter names itself")
