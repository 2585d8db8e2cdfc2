"""A citation that ends with a full stop.

What it does:
    Reports members of ``source`` and ``published`` that end with a full stop, unless the last word is an
    abbreviation of at most three letters. A long sentence without a number is a remark, and no citation.

Why it is bad:
    The stop is the sentence's, not the citation's; the same file cited with and without it looks like two.

Example:
    ::

        ---
        source:
          - RGASPI. F. 5. Op. 2. D. 31. L. 34.
        ---

Use instead:
    ::

        ---
        source:
          - RGASPI. F. 5. Op. 2. D. 31. L. 34
        ---

Fix safety:
    Safe: the stop goes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "hint"
FIXABLE: Fixable = "safe"
LONG = 8
"""Words without a digit that are a remark in the place of a citation, and end as a sentence does."""


def check(look: Look) -> Iterator[Problem]:
    """Look at the last word."""
    for key, value, place in look.values:
        if key not in ("source", "published") or value[-1:] != "." or _remark(value):
            continue
        if re.search(r"(?:[0-9]|[^\W\d_]{4,}|[\])»”])\.$", value):
            span = Span(*place)
            written = span.of(look.source)
            last = span.start + written.rfind(value) + len(value) - 1
            stop = Span(last, last + 1)
            edits = (Edit(stop),) if value in written else ()
            yield Problem(stop if edits else span, "the citation's closing full stop", edits, "safe" if edits else "no")


def _remark(value: str) -> bool:
    return value.count(" ") + 1 >= LONG and not any(map(str.isdigit, value))
