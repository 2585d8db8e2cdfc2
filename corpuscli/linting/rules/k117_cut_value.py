"""A value cut short by a number sign.

What it does:
    Reports a plain value with `` #`` and something other than a blank behind it: YAML takes that for a comment.

Why it is bad:
    ``source: RGASPI. F. 5 #12`` says ``RGASPI. F. 5``, and nothing warns that the rest is gone.

Example:
    ::

        ---
        source:
          - RGASPI. F. 5 #12
        ---

Use instead:
    ::

        ---
        source:
          - "RGASPI. F. 5 #12"
        ---

Fix safety:
    There is no fix: a real comment has a blank behind its sign.
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


def check(look: Look) -> Iterator[Problem]:
    """Look behind every text of the front matter."""
    start = look.letter.body.start
    if look.source.find(" #", 0, start) < 0:
        return
    for _, value, place in look.values:
        cut = re.compile(r"[ \t]+(#[^\s#].*)").match(look.source, place[1], start)
        if value and cut and look.source[place[0]] not in "\"'[{|>":
            yield Problem(Span(*cut.span(1)), "YAML takes this for a comment; put the whole value in quotes")
