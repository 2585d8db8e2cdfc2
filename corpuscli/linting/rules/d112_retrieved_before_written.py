"""Retrieved before it was written.

What it does:
    Reports a ``retrieved`` that lies before the letter's ``date``.

Why it is bad:
    The page was copied after the letter was written; one of the two is a slip.

Example:
    ::

        ---
        date: 1921-03-10
        retrieved: 1920-05-01
        ---

Use instead:
    ::

        ---
        date: 1921-03-10
        retrieved: 2024-05-01
        ---

Fix safety:
    There is no fix: either may be wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "error"
NEEDS = ("retrieved",)


def check(look: Look) -> Iterator[Problem]:
    """Compare the two."""
    field, written, taken = look.letter.field("retrieved"), look.day("date"), look.day("retrieved")
    if field is None or written is None or taken is None or written.earliest is None or taken.latest is None:
        return
    if taken.latest < written.earliest:
        yield Problem(field.span, f"retrieved {taken.edtf}, before the letter was written ({written.edtf})")
