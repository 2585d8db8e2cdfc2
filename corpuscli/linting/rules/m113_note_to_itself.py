"""A note that holds its own marker.

What it does:
    Reports a marker within the note of the same label.

Why it is bad:
    The reader is sent round in a circle; the number is the page's way back to the text, or the next note was
    swallowed.

Example:
    ::

        The delegation[^1] has come.

        [^1]: At the talks.[^1]

Use instead:
    ::

        The delegation[^1] has come.

        [^1]: At the talks.

Fix safety:
    There is no fix: it may be another note's marker, misread.
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
    """Look for markers in notes."""
    for note in look.notes:
        for marker in look.markers:
            if marker.label == note.label and note.body.holds(marker.span):
                yield Problem(marker.span, f"note {note.label} holds its own marker")
