"""A marker without its note.

What it does:
    Reports a marker ``[^1]`` for which no note ``[^1]:`` stands in the letter.

Why it is bad:
    The reader is sent to a note that is not there: it was lost, or the marker is misread.

Example:
    ::

        The Turkish delegation[^1] has declared that it has a mandate.

Use instead:
    ::

        The Turkish delegation[^1] has declared that it has a mandate.

        [^1]: The delegation at the talks in Moscow.

Fix safety:
    There is no fix: the note must be found, or the marker taken away by one who has looked.
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
    """Look for each marker's note."""
    if not look.markers:
        return
    labels = {note.label for note in look.notes}
    for marker in look.markers:
        if marker.label not in labels:
            yield Problem(marker.span, f"no note [^{marker.label}]: belongs to this marker; add it below the text")
