"""A name in capitals.

What it does:
    Reports a sender or recipient of whose words one of at least four letters is all capitals, unless the name is a
    body's or an abbreviation.

Why it is bad:
    Headings are printed in capitals; in a table such a name looks like another person's.

Example:
    ::

        ---
        senders: [G. V. CHICHERIN]
        ---

Use instead:
    ::

        ---
        senders: [G. V. Chicherin]
        ---

Fix safety:
    There is no fix: MacDONALD and his like need an eye.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"


def check(look: Look) -> Iterator[Problem]:
    """Look at every party."""
    from corpuscli.text.names import is_body

    for _, name, place in look.parties:
        words = re.findall(r"[^\W\d_]{4,}", name)
        shouted = any(word.isupper() for word in words)
        if shouted and (len(words) > 1 or re.search(r"[^\W\d_]\.", name)) and not is_body(name):
            yield Problem(Span(*place), f"{name!r} is in capitals")
