"""A key with nothing behind it.

What it does:
    Reports a key of the front matter, other than the required ones, whose value is empty.

Why it is bad:
    An empty key says neither that nothing is known nor that no one has looked.

Example:
    ::

        ---
        place:
        ---

Use instead:
    ::

        ---
        place: Moscow
        ---

Fix safety:
    Safe: the line is taken away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.letter import REQUIRED_KEYS
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "hint"
FIXABLE: Fixable = "safe"


def check(look: Look) -> Iterator[Problem]:
    """Look for values without text."""
    for field in look.letter.fields:
        if not field.value and field.key not in REQUIRED_KEYS:
            line = Span(field.key_span.start, look.line_of(field.span.end).end + 1)
            whole = look.source[line.start - 1 : line.start] == "\n"
            edits = (Edit(line),) if whole and len(look.letter.fields) > 1 else ()
            yield Problem(field.key_span, f"nothing stands behind {field.key!r}", edits, "safe" if edits else "no")
