"""A character reference of HTML.

What it does:
    Reports ``&nbsp;``, ``&amp;``, ``&#8212;`` and their like.

Why it is bad:
    It is how a page writes a character, not the character.

Example:
    ::

        Marx &amp; Engels&nbsp;wrote.

Use instead:
    ::

        Marx & Engels wrote.

Fix safety:
    Unsafe: it becomes the character it names; a no-break space becomes a blank.
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
FIXABLE: Fixable = "unsafe"
PATTERN = r"&(?:[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5});"


def check(look: Look) -> Iterator[Problem]:
    """Look for references that name a character."""
    if "&" not in look.source:
        return
    from html import unescape

    for found in re.finditer(PATTERN, look.source):
        character = unescape(found[0]).replace("\xa0", " ")
        if character != found[0]:
            span = Span(*found.span())
            yield Problem(span, f"{found[0]} stands for {character!r}", (Edit(span, character),), "unsafe")
