"""Two blanks between words.

What it does:
    Reports two and more blanks within a line of the text, except behind a full stop and in lines that are indented or
    look like a table: there blanks are the layout.

Why it is bad:
    They are the page's spacing; two copies of a passage that differ in them only are the same passage.

Example:
    ::

        The delegation  has come.

Use instead:
    ::

        The delegation has come.

Fix safety:
    Safe: one blank stays.
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


def check(look: Look) -> Iterator[Problem]:
    """Look between words; a line with several gaps is a table."""
    if look.source.find("  ", look.letter.body.start) < 0:
        return
    for found in look.in_body(r"(?<=[^\s.!?:])  +(?=\S)"):
        line = look.line_of(found.start()).of(look.source)
        if line[0] in " \t":
            continue
        line = line.strip()
        if len(line) > LONGEST or len(re.findall(r"\S {2,}(?=\S)", line)) < TABLE:
            span = Span(*found.span())
            yield Problem(span, "two blanks between words", (Edit(span, " "),), "safe")


TABLE = 2
"""Gaps in one line that make it a row of a table."""
LONGEST = 120
"""Code points of a line that may be one; longer ones are paragraphs."""
