"""A suppression that suppresses nothing.

What it does:
    Reports an entry of ``lint_ignore`` whose rule has run and found nothing in the letter.

Why it is bad:
    What it once excused is gone; left there, it would hide the next mistake of its kind.

Example:
    ::

        ---
        lint_ignore:
          - M101 the note is lost
        ---
        Dear comrade,

Use instead:
    ::

        ---
        lint_ignore:
          - M101 the note is lost
        ---
        Dear comrade,[^1]

Fix safety:
    There is no fix here: the entry, or the key with its last entry, is taken away by hand or with ``corpuscli
    set``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"


def unused(code: str) -> str:
    """Say which."""
    return f"{code} is suppressed here but not found any more; take the entry away"
