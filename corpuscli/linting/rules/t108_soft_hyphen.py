r"""A soft hyphen.

What it does:
    Reports U+00AD, anywhere.

Why it is bad:
    It shows only where a line breaks; a word with it is another word for search, and for the finder of repeated
    passages.

Example:
    ::

        The dele\u00adgation has come.

Use instead:
    ::

        The delegation has come.

Fix safety:
    Safe: it says only where a word might be broken.
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


def check(look: Look) -> Iterator[Problem]:
    """Look for it."""
    if "\xad" in look.odd:
        for found in re.finditer("\xad+", look.source):
            span = Span(*found.span())
            yield Problem(span, "a soft hyphen (U+00AD) within a word; take it away", (Edit(span),), "safe")
