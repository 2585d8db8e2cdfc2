"""A note's number is glued to its first word.

What it does:
    Looks at the beginning of every note and every line for a number, in digits or as a word in small letters, that
    runs into a word with a capital: ``oneWe are talking``, ``1We are talking``.

Why it is bad:
    The number was the note's marker. Machine translation has made a word of it, or the page's superscript was lost;
    left there, it is neither found as a marker nor read as a word.

Example:
    ::

        The delegation[^1] has declared that it has a mandate.

        [^1]: oneWe are talking about the delegation at the talks.

Use instead:
    ::

        The delegation[^1] has declared that it has a mandate.

        [^1]: We are talking about the delegation at the talks.

Fix safety:
    Unsafe: within a note the number is taken away where it is the note's own; a line outside the notes is left to
    the editor.
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
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FIRST = "[123456789otfsen"
"""What a note, a number in digits and one in words can begin with."""
PATTERN = rf"^(?:\[\^([^\s\]]+)\]:[ \t]*)?((?:{'|'.join(_WORDS)}|[1-9][0-9]?)(?=[^\W\d_a-z][^\W\d_A-Z]))"


def check(look: Look) -> Iterator[Problem]:
    """Look at the beginnings of lines."""
    if not any(line[:1] in FIRST and re.match(PATTERN, line) for line in look.body_lines):
        return
    for found in look.in_body(PATTERN):
        label, number = found.groups()
        span = Span(*found.span(2))
        digits = str(_WORDS.index(number) + 1) if number in _WORDS else number
        word = look.source[span.end : span.end + 12].split()[0]
        message = f"{number!r} is glued to {word!r}: it is the marker of note {digits}"
        if label == digits:
            yield Problem(span, message, (Edit(span),), "unsafe")
        else:
            yield Problem(span, message)
