"""Words below the notes that belong to no note.

What it does:
    Reports lines behind the first note that neither begin a note nor are indented.

Why it is bad:
    A note that runs over several lines has its further lines indented; without indent they are neither note nor
    text, and commands count them to the text.

Example:
    ::

        The delegation[^1] has come.

        [^1]: At the talks
        in Moscow.

Use instead:
    ::

        The delegation[^1] has come.

        [^1]: At the talks
            in Moscow.

Fix safety:
    Unsafe: the lines are indented, and so become part of the note above.
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


def check(look: Look) -> Iterator[Problem]:
    """Look at what stands between notes, and behind them."""
    notes = look.notes
    edges = [*(note.span.start for note in notes[1:]), look.letter.body.end]
    for note, edge in zip(notes, edges, strict=False):
        words = look.source[note.span.end : edge]
        if words.strip():
            start = note.span.end + len(words) - len(words.lstrip())
            span = Span(start, note.span.end + len(words.rstrip()))
            lines = re.compile(r"^(?=.*\S)", re.MULTILINE).finditer(look.source, span.start, span.end)
            edits = tuple(Edit(Span(line.start(), line.start()), "    ") for line in lines)
            message = f"these words belong to no note; indent them when they go on with note {note.label}"
            yield Problem(span, message, edits, "unsafe")
