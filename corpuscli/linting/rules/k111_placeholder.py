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
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"
WORDS = frozenset(
    ("todo", "to do", "to-do", "tba", "tbd", "fixme", "n/a", "na", "none", "null", "nil", "nan", "undefined")
)
PATTERN = r"(?i:xxx+|\?{2,}|-+|\.{3}|…|_+|lorem ipsum.*)"
OTHERS = frozenset(("id", "date", "date_received", "lint_ignore", "related"))
FIRST = frozenset("xX?-._…lL")
"""What the pattern may begin with."""
LONG_WORD = max(map(len, WORDS))
LONGEST = 40


def check(look: Look) -> Iterator[Problem]:
    """Look at every short text of the front matter but dates and ids."""
    for key, value, place in look.values:
        if len(value) > LONGEST or key in OTHERS:
            continue
        a_word = len(value) <= LONG_WORD and value.lower() in WORDS
        if a_word or (value[:1] in FIRST and re.fullmatch(PATTERN, value)):
            yield Problem(Span(*place), f"{value!r} is no {key}; write what is known, or take the key away")
