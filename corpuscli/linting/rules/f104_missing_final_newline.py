r"""The file does not end with a line end.

What it does:
    Reports a letter whose last line has no line end.

Why it is bad:
    Tools that join files run the last word into the next file, and every later change shows two lines in a diff
    instead of one.

Example:
    The file ends behind the full stop::

        Dear comrade, all is well.\c

Use instead:
    ::

        Dear comrade, all is well.

Fix safety:
    Safe: a line end is added, of the kind the file has.
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
FIXABLE: Fixable = "safe"


def check(look: Look) -> Iterator[Problem]:
    """Look at the last code point."""
    source = look.source
    if not source.endswith("\n"):
        end = Span(len(source), len(source))
        newline = "\r\n" if "\r\n" in source else "\n"
        yield Problem(end, "the file does not end with a line end", (Edit(end, newline),), "safe")
