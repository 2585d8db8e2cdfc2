"""A translation with keys that no one knows.

What it does:
    Reports keys of ``translation`` other than ``from`` and ``method``, and a ``translation`` that is no mapping.

Why it is bad:
    What a text was translated from, and how, decides how far its words can be trusted.

Example:
    ::

        ---
        translation: {form: ru}
        ---

Use instead:
    ::

        ---
        translation: {from: ru}
        ---

Fix safety:
    There is no fix: a misspelt key may be either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.letter import Pairs
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"
NEEDS = ("translation",)
KNOWN = ("from", "method")


def check(look: Look) -> Iterator[Problem]:
    """Look at the one key."""
    field = look.letter.field("translation")
    if field is None or not field.value:
        return
    if not isinstance(field.value, Pairs):
        yield Problem(field.span, "translation is written as 'from: ru' and 'method: machine' below it")
        return
    for (key, _), span in zip(field.value, field.items, strict=True):
        if key not in KNOWN:
            yield Problem(span, f"translation knows 'from' and 'method', not {key!r}")
