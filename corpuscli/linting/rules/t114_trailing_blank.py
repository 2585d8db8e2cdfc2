r"""Blanks at a line's end.

What it does:
    Reports blanks and tabs before a line end, and at the file's end.

Why it is bad:
    They show nothing and make two lines differ that are the same.

Example:
    ::

        Dear comrade, \s
        all is well.

Use instead:
    ::

        Dear comrade,
        all is well.

Fix safety:
    Safe: they are taken away; nothing that shows changes.
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

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "safe"
BLANKS = (" ", "\t")
PATTERN = r"(?<![ \t])[ \t]+(?=\r?$)"


def check(look: Look) -> Iterator[Problem]:
    """Look before each line end."""
    if not _worth(look.source):
        return
    for found in re.finditer(PATTERN, look.source, re.MULTILINE):
        span = Span(*found.span())
        if not _continued(look, span):
            yield Problem(span, "blanks at the line's end", (Edit(span),), "safe")


def _worth(source: str) -> bool:
    """Tell, by finding marks that most letters do not have at all, whether a line may end with a blank."""
    if " \n" in source or source.endswith(BLANKS):
        return True
    tab, carriage = "\t" in source, "\r" in source
    return (tab and "\t\n" in source) or (carriage and (" \r" in source or (tab and "\t\r" in source)))


def _continued(look: Look, span: Span) -> bool:
    """Within a value of several lines a blank may be the value's own."""
    return any(field.span.start < span.start and span.end < field.span.end for field in look.letter.fields)
