"""A digit within a word.

What it does:
    Reports a 0 or 1 between small letters: ``c0mrade``, ``de1egation``.

Why it is bad:
    OCR reads o and l as 0 and 1; the word is not found any more.

Example:
    ::

        Dear c0mrade,

Use instead:
    ::

        Dear comrade,

Fix safety:
    Unsafe: 0 becomes o, 1 becomes l.
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

SEVERITY: Severity = "hint"
FIXABLE: Fixable = "unsafe"
SMALL = r"[^\W\d_A-ZА-ЯЁ]"
DIGIT = rf"[01](?<={SMALL}[01])"
"""What such a word has, and hardly any other."""
PATTERN = rf"(?<![\w/.@-])[^\W\d_]*{SMALL}[01]+{SMALL}{{2,}}(?![\w/@=-])"


def check(look: Look) -> Iterator[Problem]:
    """Look for such words."""
    if next(look.in_body(DIGIT), None) is None:
        return
    for found in look.in_body(PATTERN):
        span = Span(*found.span())
        right = found[0].translate({ord("0"): "o", ord("1"): "l"})
        yield Problem(span, f"a digit in {found[0]!r}: is it {right!r}?", (Edit(span, right),), "unsafe")
