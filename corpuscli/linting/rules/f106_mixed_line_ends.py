r"""Line ends of two kinds in one file.

What it does:
    Reports the first line that ends otherwise (CR LF or LF) than the file's first line.

Why it is bad:
    Such a file changes as a whole when an editor saves it, and hides what was changed.

Example:
    ::

        ---
        id: a\r
        ---

Use instead:
    ::

        ---
        id: a
        ---

Fix safety:
    Safe: all lines get the line end of the first; no other code point changes.
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


def check(look: Look) -> Iterator[Problem]:
    """Compare every line end with the first."""
    source = look.source
    if "\r" not in source:
        return
    returns = source.count("\r\n")
    if returns in (0, source.count("\n")):
        return
    first = source.index("\n")
    if source[first - 1 : first] == "\r":
        edits = [Edit(Span(n, n), "\r") for n in _places(source, r"(?<!\r)\n")]
    else:
        edits = [Edit(Span(n, n + 1)) for n in _places(source, r"\r\n")]
    start = edits[0].span.start
    message = "this line ends otherwise (CR LF or LF) than the first line of the file"
    yield Problem(Span(start, source.index("\n", start) + 1), message, tuple(edits), "safe")


def _places(source: str, pattern: str) -> list[int]:
    return [found.start() for found in re.finditer(pattern, source)]
