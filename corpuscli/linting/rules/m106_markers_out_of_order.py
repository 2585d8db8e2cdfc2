"""Markers do not follow one another.

What it does:
    Compares the numbers of the markers in the text, each where it first stands: a number smaller than one before it
    is reported.

Why it is bad:
    An edition counts its notes. A marker out of the row was set to the wrong words, or is a misread number.

Example:
    ::

        The delegation[^2] met Stalin[^1].

        [^1]: On March 9.
        [^2]: At the talks.

Use instead:
    ::

        The delegation[^1] met Stalin[^2].

        [^1]: At the talks.
        [^2]: On March 9.

Fix safety:
    There is no fix: the order may be the edition's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"


def check(look: Look) -> Iterator[Problem]:
    """Look at numbers only, and at markers of the text only."""
    highest = 0
    seen: set[str] = set()
    for marker in look.markers:
        if marker.label.isdecimal() and marker.label not in seen and look.letter.text.holds(marker.span):
            seen.add(marker.label)
            if int(marker.label) < highest:
                yield Problem(marker.span, f"marker {marker.label} stands behind marker {highest}")
            highest = max(highest, int(marker.label))
