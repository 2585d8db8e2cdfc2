"""A tag of HTML.

What it does:
    Reports the tags of HTML that pages are made of: p, br, b, i, span, div, a, sup, table and their like.

Why it is bad:
    It is the page's form, not the letter's words; a reader of the text stumbles over it.

Example:
    ::

        The delegation has come.<br>

Use instead:
    ::

        The delegation has come.

Fix safety:
    There is no fix: a tag may say where a line or a paragraph ends. ``corpuscli add --from`` reads HTML.
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
NAMES = (
    "a|b|i|u|p|br|hr|em|strong|div|span|font|sup|sub|small|big|center|blockquote|table|tbody|tr|td|th|ul|ol|li|dl|dt|dd|"
    "h[1-6]|img|html|head|body|script|style|pre|nobr|cite|code|strike|del|ins"
)
PATTERN = rf"</?(?i:{NAMES})(?:\s[^<>\n]*)?/?>"


def check(look: Look) -> Iterator[Problem]:
    """Look for tags."""
    if "<" in look.source and ">" in look.source:
        for found in re.finditer(PATTERN, look.source):
            yield Problem(Span(*found.span()), f"a tag of HTML ({found[0][:20]}); take it away")
