"""A note without its marker.

What it does:
    Reports a note ``[^1]:`` to which no marker ``[^1]`` in the letter points.

Why it is bad:
    No one can tell which words the note explains.

Example:
    ::

        The Turkish delegation has declared that it has a mandate.

        [^1]: The delegation at the talks in Moscow.

Use instead:
    ::

        The Turkish delegation[^1] has declared that it has a mandate.

        [^1]: The delegation at the talks in Moscow.

Fix safety:
    There is no fix: where the marker belongs stands in the edition.
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


def check(look: Look) -> Iterator[Problem]:
    """Look for each note's marker."""
    if not look.notes:
        return
    labels = {marker.label for marker in look.markers}
    for note in look.notes:
        if note.label not in labels:
            start = note.span.start
            message = f"no marker [^{note.label}] points to this note; set it where the note belongs"
            yield Problem(Span(start, start + len(note.label) + 4), message)
