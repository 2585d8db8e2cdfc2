"""A note that says nothing.

What it does:
    Reports a note with no words behind its ``[^1]:``.

Why it is bad:
    Its words were lost, or stand on lines below that are not indented and so do not belong to it.

Example:
    ::

        The delegation[^1] met Stalin.

        [^1]:

Use instead:
    Lines that continue a note are indented::

        The delegation[^1] met Stalin.

        [^1]:
            The delegation at the talks.

Fix safety:
    There is no fix: the words must be found.
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
    """Look for words in every note."""
    for note in look.notes:
        if not len(note.body):
            span = Span(note.span.start, note.span.start + len(note.label) + 4)
            yield Problem(span, f"note {note.label} says nothing; write it here, or indent the lines that belong to it")
