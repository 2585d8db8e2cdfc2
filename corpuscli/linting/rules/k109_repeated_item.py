"""A list names the same twice.

What it does:
    Reports a member of a list that stands in the list already.

Why it is bad:
    Counts by sender, tag or source count it twice.

Example:
    ::

        ---
        tags: [gold, arms, gold]
        ---

Use instead:
    ::

        ---
        tags: [gold, arms]
        ---

Fix safety:
    Safe in a list of lines: the second line goes. In a list in brackets there is no fix.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.letter import Pairs
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "safe"


def check(look: Look) -> Iterator[Problem]:
    """Look at every list."""
    for field in look.letter.fields:
        if isinstance(field.value, (str, Pairs)) or len(field.value) == 1:
            continue
        seen: set[object] = set()
        for item, span in zip(field.value, field.items, strict=True):
            if item in seen:
                line = look.line_of(span.start)
                alone = re.fullmatch(r"[ \t]*-[ \t]+", look.source[line.start : span.start]) and span.end <= line.end
                edits = (Edit(Span(line.start, line.end + 1)),) if alone else ()
                message = f"{span.of(look.source)[:60]!r} stands in {field.key} already"
                yield Problem(span, message, edits, "safe" if edits else "no")
            seen.add(item)
