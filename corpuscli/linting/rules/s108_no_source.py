"""A letter without its source.

What it does:
    Reports a letter that has neither ``source`` nor ``published`` nor ``edition`` nor ``url``.

Why it is bad:
    A text without provenance cannot be checked or cited.

Example:
    ::

        ---
        place: Moscow
        ---
        Dear comrade,

Use instead:
    ::

        ---
        source:
          - RGASPI. F. 5. Op. 2. D. 315. L. 34
        ---
        Dear comrade,

Fix safety:
    There is no fix: only the editor knows where it is from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"
KEYS = ("source", "published", "edition", "url")


def check(look: Look) -> Iterator[Problem]:
    """Look for the keys; the finding stands at the id."""
    if not any(look.letter.all(key) for key in KEYS):
        field = look.letter.field("id")
        span = field.key_span if field is not None else Span(0, 3)
        yield Problem(span, "nothing says where the letter is from: source, published, edition or url")
