r"""Letters that are not in composed form.

What it does:
    Reports a letter with words that are not in Unicode's normalisation form C, as an e with a combining accent; the
    finding stands at the first of them.

Why it is bad:
    They look like the composed letters and are not the same: neither search nor sorting finds them.

Example:
    ::

        The cafe\u0301 is closed.

Use instead:
    ::

        The café is closed.

Fix safety:
    Safe: the composed form is canonically the same text.
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
    """Ask of the whole file first, which is quick."""
    if look.source.isascii():
        return
    from unicodedata import is_normalized, normalize

    if is_normalized("NFC", look.source):
        return
    words = [found for found in re.finditer(r"\S+", look.source) if not is_normalized("NFC", found[0])]
    if words:
        edits = tuple(Edit(Span(*word.span()), normalize("NFC", word[0])) for word in words)
        message = "this word is not in composed form (Unicode NFC)"
        if len(words) > 1:
            message = f"this and {len(words) - 1} more words are not in composed form (Unicode NFC)"
        yield Problem(edits[0].span, message, edits, "safe")
