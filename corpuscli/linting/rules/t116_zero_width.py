r"""A character without width.

What it does:
    Reports U+200B, U+2060, U+FEFF within the file, U+180E, and the joiners U+200C and U+200D between letters of
    scripts that do not join.

Why it is bad:
    It shows nothing, yet makes of one word two, or another word, for search and for comparison.

Example:
    ::

        The dele\u200bgation has come.

Use instead:
    ::

        The delegation has come.

Fix safety:
    Safe: it has no meaning between Latin, Cyrillic or Greek letters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.linting.rule import HIDDEN
from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "safe"
NEEDS = (HIDDEN,)
ODD = frozenset("\u180e\u200b\u200c\u200d\u2060\ufeff")
JOINED = "[\u0590-\u1fff\ufb1d-\ufdff\ufe70-\ufefc\U0001f000-\U0001faff]"


def check(look: Look) -> Iterator[Problem]:
    """Look for each; joiners only where nothing joins."""
    if not look.odd & ODD:
        return
    for found in re.finditer(rf"(?!\A)[\u180e\u200b\u2060\ufeff]|(?<!{JOINED})[\u200c\u200d](?!{JOINED})", look.source):
        span = Span(*found.span())
        message = f"a character without width (U+{ord(found[0]):04X}); take it away"
        yield Problem(span, message, (Edit(span),), "safe")
