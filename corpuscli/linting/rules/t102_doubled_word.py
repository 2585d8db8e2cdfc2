"""A word stands twice.

What it does:
    Reports a small word that no sentence has twice in a row (the, of, und, и, de ...), parted by blanks or a line
    end only. Before a question mark, an exclamation mark or a dash it is speech: ``and and?``

Why it is bad:
    A slip of the pen is a finding for the edition; a slip of the typist is a mistake. Either way someone should
    look. Words that do double (had had, die die, nous nous, von mir aus aus) are left in peace.

Example:
    ::

        The delegation of of Turkey has come.

Use instead:
    ::

        The delegation of Turkey has come.

Fix safety:
    Unsafe: the writer may have written it twice.
"""

from __future__ import annotations

import re
from itertools import compress
from operator import eq
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
WORDS = (
    "a|an|the|of|to|and|for|with|from|by|at|is|are|was|were|he|it|his|our|your|their|be|has|have|will|as|on|or|not|"
    "und|oder|ein|eine|einen|einem|einer|von|mit|ist|sind|war|ich|nicht|auf|aus|bei|nach|zur|zum|wird|"
    "и|в|на|с|к|по|из|для|от|или|при|также|чтобы|"
    "le|la|de|et|un|une|est|du|des|que|qui|dans|pour|par|sur"
)
QUOTES = ("«", "»", '"', "“", "”", "‘", "’")
"""Behind a word in a note: it quotes what stands in the source, twice or not."""
OUT = re.compile(r"(?i)\bvon (?:\S+ ){1,3}\Z")
"""German: what goes ``von ... aus`` may go ``aus`` something, too."""
SPEECH = ("?", "!", "–", "—", "…")
PATTERN = rf"(?<![\w'’-])({WORDS})(?:[ ]+|[ ]*\r?\n[ ]*)(\1)(?![\w'’-])"

ANY = re.compile(r"[\w'’-]+")
EACH = frozenset(WORDS.split("|"))
UNFOLDED = ("İ", "ı", "\u0345")
"""What is a letter of the words, or becomes one, in one way to leave case out and not in another."""


def check(look: Look) -> Iterator[Problem]:
    """Look for each of the words, twice."""
    if not twice(look.letter.body.of(look.source)):
        return
    for found in look.in_body(f"(?i:{PATTERN})"):
        if _spoken_or_quoted(look, found) or _from_out(look.source, found):
            continue
        span = Span(*found.span(2))
        gap = Span(found.end(1), found.end(2))
        message = f"{found[2]!r} stands twice; the writer's own slip, or the typist's?"
        yield Problem(span, message, (Edit(gap),), "unsafe")


def twice(text: str) -> bool:
    """Tell, in a tenth of the time of the pattern, whether one of the words may stand twice."""
    words = ANY.findall(text.casefold())
    doubled = compress(words, map(eq, words, words[1:]))
    return not EACH.isdisjoint(doubled) or any(sign in text for sign in UNFOLDED)


def _spoken_or_quoted(look: Look, found: re.Match[str]) -> bool:
    if look.source[found.end() : found.end() + 2].lstrip(" \xa0").startswith(SPEECH):
        return True
    quoted = look.source[found.end() : found.end() + 1] in QUOTES
    return quoted and any(note.span.holds(Span(*found.span())) for note in look.notes)


def _from_out(source: str, found: re.Match[str]) -> bool:
    start = found.start()
    return found[1] == "aus" and OUT.search(source[max(0, start - 60) : start]) is not None
