"""A note tells a later event before an earlier one.

What it does:
    Reads the full dates of a note in their order. Where a date is followed by an earlier day of the same year, and
    would stand nearer to it had it been a year before, it is reported: ``On December 2, 1921 ... on March 9, 1921``.

Why it is bad:
    Notes tell what happened in its order. A December before a March is often the December of the year before, and
    the year a misprint.

Example:
    ::

        The delegation[^1] has come.

        [^1]: On December 2, 1921, the treaty was signed. On March 9, 1921, the delegation met Stalin.

Use instead:
    ::

        The delegation[^1] has come.

        [^1]: On December 2, 1920, the treaty was signed. On March 9, 1921, the delegation met Stalin.

Fix safety:
    There is no fix: the year must be looked up.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from corpuscli.model.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"
NEARER = 183
"""Days: half a year; a day further back than that would stand nearer in the year before."""


def check(look: Look) -> Iterator[Problem]:
    """Compare each day of a note with the next."""
    for note in look.notes:
        days = look.days(note.body)
        for (span, day), (other, following) in itertools.pairwise(days):
            if day.year == following.year and (day - following).days > NEARER:
                message = f"{span.of(look.source)} is told before {other.of(look.source)}; is it {day.year - 1}?"
                yield Problem(span, message, related=(Place(look.path, other),))
