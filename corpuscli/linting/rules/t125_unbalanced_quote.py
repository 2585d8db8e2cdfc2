"""A quotation mark that is not closed, or not opened.

What it does:
    Matches the quotation marks of each part of a letter that have a direction: ``„ “``, ``“ ”``, ``« »``, ``» «``. The
    first of its kind tells the direction. A mark that opens a paragraph again within a quotation needs no partner, nor
    does one that stands for the word above it. Where marks speak of marks (``»",«"«``), or stand with signs of
    telegraphy (``=«``), without a letter or a digit, they quote nothing and are passed over.

Why it is bad:
    Where a quotation ends is part of what it says; a lost mark often goes with lost words.

Example:
    ::

        He said: “We shall see.

Use instead:
    ::

        He said: “We shall see.”

Fix safety:
    There is no fix: where the quotation ends is the editor's to say.
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

SEVERITY: Severity = "hint"
CURVED, POINTED = "„“”", "«»"
_MARKS = {CURVED: rf"(?<=\S)[{CURVED}]|[{CURVED}](?=\S)", POINTED: f"[{POINTED}]"}
"""A curved mark between blanks is a ditto mark; French sets blanks within pointed ones."""
_SIGNS = re.compile(r"(?<!\S)(?:[=+][^\w\s]+|[^\w\s]*[«»][^\w\s]*[«»][^\w\s]*)(?!\S)")
"""A word of nothing but signs: one of telegraphy and others, or with two pointed marks."""


def check(look: Look) -> Iterator[Problem]:
    """Match the marks of every part, each kind by itself."""
    for _, part in look.parts:
        text = part.of(look.source)
        for kind, pattern in _MARKS.items():
            if any(mark in text for mark in kind):
                for offset, what in _lonely(text, kind, pattern):
                    place = Span(part.start + offset, part.start + offset + 1)
                    yield Problem(place, f"the quotation mark {text[offset]} is not {what}")


def _lonely(text: str, kind: str, pattern: str) -> Iterator[tuple[int, str]]:
    opening, closing = _direction(text, kind)
    opened: list[int] = []
    text = _SIGNS.sub(lambda signs: "=" * len(signs[0]), text)
    for found in re.finditer(pattern, text):
        mark, offset = found[0], found.start()
        if mark in opening:
            if not (opened and text[:offset].rstrip(" \t").endswith("\n")):
                opened.append(offset)
        elif opened:
            opened.pop()
        elif mark in closing:
            yield offset, "opened"
    yield from ((offset, "closed") for offset in opened)


def _direction(text: str, kind: str) -> tuple[str, str]:
    """Tell which marks open and which close: what stands first opens."""
    if kind == CURVED:
        return ("„", "“”") if "„" in text else ("“", "”")
    first = next(mark for mark in text if mark in POINTED)
    return (first, "»" if first == "«" else "«")
