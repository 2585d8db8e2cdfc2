"""A list where one text belongs.

What it does:
    Reports a known key that holds one text (date, place, title, language ...) with a list or a mapping behind it.
    ``translation`` alone is a mapping.

Why it is bad:
    Commands read one text there, and find none.

Example:
    ::

        ---
        place: [Moscow, Kremlin]
        ---

Use instead:
    ::

        ---
        place: Moscow, Kremlin
        ---

Fix safety:
    There is no fix: which of the members is meant is the editor's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.letter import KNOWN_KEYS, LIST_KEYS
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "error"
ONE = frozenset(KNOWN_KEYS) - frozenset(LIST_KEYS) - {"translation"}


def check(look: Look) -> Iterator[Problem]:
    """Look at the keys that hold one text."""
    for field in look.letter.fields:
        if field.key in ONE and field.value and not isinstance(field.value, str):
            yield Problem(field.span, f"{field.key} is one text, not a list; write it in one line")
