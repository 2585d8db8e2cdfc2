"""One text where a list belongs.

What it does:
    Reports a key that always holds a list (senders, recipients, source, published, tags, related, lint_ignore) with
    one text behind it.

Why it is bad:
    It is read as a list of one; a program that reads the file by itself gets letters of a name for names.

Example:
    ::

        ---
        tags: gold
        ---

Use instead:
    ::

        ---
        tags:
          - gold
        ---

Fix safety:
    Safe: the text becomes the list's one member, as it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.letter import LIST_KEYS
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "safe"


def check(look: Look) -> Iterator[Problem]:
    """Look at the keys that hold lists."""
    for key in LIST_KEYS:
        field = look.letter.field(key)
        if field is not None and isinstance(field.value, str) and field.value:
            gap = Span(look.source.index(":", field.key_span.end) + 1, field.span.start)
            plain = not gap.of(look.source).strip() and "\n" not in field.span.of(look.source)
            edits = (Edit(gap, "\n  - "),) if plain else ()
            message = f"{key} is a list; write '- ' before its members"
            yield Problem(field.span, message, edits, "safe" if edits else "no")
