"""A value that says it is none.

What it does:
    Reports a value that is nothing but TODO, TBD, XXX, FIXME, n/a, none, null, ???, -, or their like.

Why it is bad:
    It was to be looked up later; to a filter it is a name like any other.

Example:
    ::

        ---
        place: TODO
        ---

Use instead:
    ::

        ---
        place: Moscow
        ---

Fix safety:
    There is no fix: what belongs there must be found.
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
PATTERN = r"(?i:to[ -]?do|tb[ad]|fixme|xxx+|n/?a|none|null|nil|nan|undefined|lorem ipsum.*|\?{2,}|-+|\.{3}|…|_+)"


def check(look: Look) -> Iterator[Problem]:
    """Look at every text of the front matter but dates and the id."""
    for key, value, span in look.values:
        if len(value) <= LONGEST and key not in OTHERS and re.fullmatch(PATTERN, value):
            yield Problem(span, f"{value!r} is no {key}; write what is known, or take the key away")


LONGEST = 40
OTHERS = ("id", "date", "date_received", "x", "lint_ignore", "related")
