"""Received before it was sent.

What it does:
    Compares ``date_received`` with ``date``: even the latest day of the one lies before the earliest of the other.

Why it is bad:
    One of the two is misread, or is of the other calendar.

Example:
    ::

        ---
        date: 1921-03-10
        date_received: 1921-03-01
        ---

Use instead:
    ::

        ---
        date: 1921-03-10
        date_received: 1921-03-12
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
NEEDS = ("date_received",)


def check(look: Look) -> Iterator[Problem]:
    """Compare the two."""
    field, sent, received = look.letter.field("date_received"), look.day("date"), look.day("date_received")
    if field is None or sent is None or received is None or sent.earliest is None or received.latest is None:
        return
    if received.latest < sent.earliest:
        yield Problem(field.span, f"received {received.edtf}, before it was sent ({sent.edtf})")
