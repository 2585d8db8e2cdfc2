"""A word broken by a line's end.

What it does:
    Reports a hyphen at a line's end between two small letters, and one with a blank behind it within a word;
    the latter not in German, Dutch and Scandinavian letters, where two words may share an end.

Why it is bad:
    The hyphen belonged to the printed line. Left in the text, the word is two halves for every search.

Example:
    ::

        The dele-
        gation has come.

Use instead:
    ::

        The delegation has come.

Fix safety:
    Unsafe: the hyphen may belong to the word.
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
FIXABLE: Fixable = "unsafe"
LETTERS = r"[^\W\d_A-ZА-ЯЁÄÖÜ]{2}"
HYPHEN = rf"-(?<={LETTERS}-)"
"""A search for one sign, which an expression begins with, is a search in memory."""
AT_END = rf"{HYPHEN}[ ]?\r?\n[ ]*(?={LETTERS})"
WITHIN = rf"{HYPHEN}[ ](?={LETTERS})(?!(?:and|or|to|et|ou|и|или|y|e)\b)"
SHARING = ("de", "nl", "sv", "da", "no", "nb")
"""Languages in which two words share an end (Vor- und Nachteile): a hyphen before a blank is good spelling."""


def check(look: Look) -> Iterator[Problem]:
    """Look for hyphens with an end of line or a blank behind."""
    shared = (look.language or "").startswith(SHARING)
    for found in look.in_body(AT_END if shared else f"{AT_END}|{WITHIN}"):
        span = Span(*found.span())
        if re.match(r"(?:und|oder|bzw|resp|sowie|and|or|et|ou|и|или)\b", look.source[span.end : span.end + 8]):
            continue
        message = "a hyphen that belonged to a printed line breaks this word"
        yield Problem(Span(span.start, span.start + 1), message, (Edit(span),), "unsafe")
