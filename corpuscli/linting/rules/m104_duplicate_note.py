"""Two notes with one label.

What it does:
    Reports a second note with the label of an earlier one.

Why it is bad:
    A marker cannot point to both: one of the two is never read.

Example:
    ::

        The delegation[^1] met Stalin[^2] in Moscow.

        [^1]: The delegation at the talks.
        [^1]: On March 9, 1921.

Use instead:
    ::

        The delegation[^1] met Stalin[^2] in Moscow.

        [^1]: The delegation at the talks.
        [^2]: On March 9, 1921.

Fix safety:
    There is no fix: which marker the second note belongs to stands in the edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Place, Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "error"


def check(look: Look) -> Iterator[Problem]:
    """Look for labels that come again."""
    seen: dict[str, Span] = {}
    for note in look.notes:
        label = Span(note.span.start, note.span.start + len(note.label) + 4)
        first = seen.setdefault(note.label, label)
        if first is not label:
            message = f"a second note [^{note.label}]:; give it the label of its own marker"
            yield Problem(label, message, related=(Place(look.path, first),))
