"""A number in the text that was a marker.

What it does:
    For a note without its marker, looks for its number, in digits or as an English word, behind a word or glued to
    it, before a small letter or a stop.

Why it is bad:
    The page's raised number has come down into the line: ``the delegation 1 declared``.

Example:
    ::

        The delegation 1 declared that it has come.

        [^1]: At the talks.

Use instead:
    ::

        The delegation[^1] declared that it has come.

        [^1]: At the talks.

Fix safety:
    Unsafe: it becomes a marker.
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
LETTER = r"[^\W\d_]"
BEHIND = r"(?=[ ]+[^\W\dA-ZА-Я_]|[,;.](?!\d)|$)"
NUMBERS = {
    "1": "one", "2": "two", "3": "three", "4": "four", "5": "five",
    "6": "six", "7": "seven", "8": "eight", "9": "nine", "10": "ten",
}  # fmt: skip


def check(look: Look) -> Iterator[Problem]:
    """Look for the numbers of notes that have no marker."""
    if not look.notes:
        return
    text = look.letter.text
    marked = {marker.label for marker in look.markers}
    for label in dict.fromkeys(note.label for note in look.notes if note.label not in marked):
        if not label.isdecimal():
            continue
        word = rf"|(?<={LETTER}{{5}}){NUMBERS[label]}" if label in NUMBERS else ""
        pattern = rf"(?:(?<={LETTER}{{3}}[\"”»)]) ?{label}|(?<={LETTER}{{3}}) ?{label}{word}){BEHIND}"
        places = list(re.compile(pattern).finditer(look.source, text.start, text.end))
        if len(places) == 1:
            span = Span(*places[0].span())
            message = f"{span.of(look.source).strip()!r} is perhaps the marker of note {label}"
            yield Problem(span, message, (Edit(span, f"[^{label}]"),), "unsafe")
