"""Blanks at a value's edge, or two in a row.

What it does:
    Reports a value of the front matter that begins or ends with a blank, within its quotes, or has two blanks in a
    row.

Why it is bad:
    ``"Moscow "`` and ``Moscow`` are two places to every table.

Example:
    ::

        ---
        place: "Moscow "
        ---

Use instead:
    ::

        ---
        place: Moscow
        ---

Fix safety:
    Unsafe: the blanks go; within quotes they may have been meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "unsafe"


def check(look: Look) -> Iterator[Problem]:
    """Look at every text of the front matter that stands in one line."""
    for key, value, place in look.values:
        if ("  " in value or value[:1] == " " or value[-1:] == " ") and "\n" not in value:
            span = Span(*place)
            written = span.of(look.source)
            right = written.replace(value, " ".join(value.split()))
            edits = (Edit(span, right),) if value in written else ()
            yield Problem(span, f"blanks in {key} that do not belong there", edits, "unsafe" if edits else "no")
