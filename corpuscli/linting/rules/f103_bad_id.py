"""An id that is not made of small letters, digits and hyphens.

What it does:
    Reports an id with anything else than a-z, 0-9 and hyphens, one that begins with a hyphen, and one longer than
    100 characters.

Why it is bad:
    The id is the file's name and part of addresses; capitals, blanks and accents differ between systems and break
    links.

Example:
    ::

        ---
        id: 1921-03-10-Чичерин
        ---

Use instead:
    ::

        ---
        id: 1921-03-10-chicherin
        ---

Fix safety:
    There is no fix here: ``corpuscli rename`` changes the file and what relates to it, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "error"
PATTERN = r"[a-z0-9][a-z0-9-]{0,99}"


def check(look: Look) -> Iterator[Problem]:
    """Look at the id's characters."""
    field = look.letter.field("id")
    if field is not None and isinstance(field.value, str) and field.value and not re.fullmatch(PATTERN, field.value):
        message = f"the id {field.value!r} must be at most 100 of a-z, 0-9 and hyphens: corpuscli rename mends it"
        yield Problem(field.span, message)
