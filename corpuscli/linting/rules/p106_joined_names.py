"""Two names in one.

What it does:
    Reports a sender or recipient that holds ``;``, or ``and``, ``und``, ``и``, ``et``, ``&`` between two names with
    initials or between two full names.

Why it is bad:
    A list has one member for each person; two in one are a third person to every filter.

Example:
    ::

        ---
        senders: [G. V. Chicherin and L. M. Karakhan]
        ---

Use instead:
    ::

        ---
        senders: [G. V. Chicherin, L. M. Karakhan]
        ---

Fix safety:
    There is no fix: bodies and couples have such names, too.
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
INITIALS = r"(?:[^\W\d_]\. ?){1,3}"
NAME = rf"(?:{INITIALS}[^\W\d_][\w’'-]+|[^\W\d_][\w’'-]+,? {INITIALS}?|[A-ZА-ЯЁÄÖÜ][\w’'-]+ [A-ZА-ЯЁÄÖÜ][\w’'-]+)"
PATTERN = rf"{NAME}(?: ?; ?|,? (?:and|und|и|et|&|y|e) |, (?={INITIALS})){NAME}.*"


def check(look: Look) -> Iterator[Problem]:
    """Look at every party."""
    from corpuscli.text.names import is_body

    for key, name, place in look.parties:
        if re.fullmatch(PATTERN, name) and not is_body(name):
            yield Problem(Span(*place), f"{name!r} is two names; give each its own line under {key}")
