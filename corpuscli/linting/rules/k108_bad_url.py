"""An address that no browser opens.

What it does:
    Reports a ``url`` that does not begin with http:// or https://, has no host, or holds blanks.

Why it is bad:
    The page a letter was taken from is part of its provenance; a reader must be able to go there.

Example:
    ::

        ---
        url: www.example.org/letter 1
        ---

Use instead:
    ::

        ---
        url: https://www.example.org/letter%201
        ---

Fix safety:
    There is no fix: an address is copied, not guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"
NEEDS = ("url",)


def check(look: Look) -> Iterator[Problem]:
    """Look at the one key."""
    field = look.letter.field("url")
    if field is None or not isinstance(field.value, str) or not field.value:
        return
    if not re.fullmatch(r"https?://[^\s/?#.]+(?:\.[^\s/?#.]+)*(?:[/?#]\S*)?", field.value):
        yield Problem(field.span, "no address of the web: it begins with http:// or https:// and holds no blanks")
