"""A heading of notes left in the text.

What it does:
    Reports a line that holds nothing but ``Notes``, ``Примечания``, ``Anmerkungen`` or their like, with or without
    a colon.

Why it is bad:
    Notes are known by their form; the page's heading is none of the letter's words.

Example:
    ::

        The delegation[^1] has come.

        Footnotes:

        [^1]: At the talks.

Use instead:
    ::

        The delegation[^1] has come.

        [^1]: At the talks.

Fix safety:
    Unsafe: the line and the blank line behind it go.
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

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "unsafe"
WORDS = (
    "note|notes|footnote|footnotes|endnote|endnotes|anmerkung|anmerkungen|fußnote|fußnoten|примечание|примечания|"
    "примітка|примітки|сноска|сноски|przypisy|remarques"
)
NAMES = frozenset(WORDS.split("|"))
LONGEST = 30
PATTERN = rf"^[ \t]*((?i:{WORDS}))[ \t]*[:.]?[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=\[\^|[1-9*]|\Z)"


def check(look: Look) -> Iterator[Problem]:
    """Look for the heading before notes or at the end."""
    if not any(line.strip(" \t\r:.").lower() in NAMES for line in look.body_lines if len(line) <= LONGEST):
        return
    for found in look.in_body(PATTERN):
        message = f"the page's heading {found[1]!r} is none of the letter's words"
        yield Problem(Span(*found.span(1)), message, (Edit(Span(*found.span())),), "unsafe")
