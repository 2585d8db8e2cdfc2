"""A bracket that is not closed, or not opened.

What it does:
    Matches round, square and curly brackets within the text and within each note. Items of a list as a) and 1) are
    not counted.

Why it is bad:
    In an edition brackets say what the editor supplied. One that is not closed leaves open where the editor's words
    end.

Example:
    ::

        With communist greetings [Chicherin.

Use instead:
    ::

        With communist greetings [Chicherin].

Fix safety:
    There is no fix: where the other bracket belongs is the editor's to say.
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
PAIRS = {")": "(", "]": "[", "}": "{"}
ITEM = r"(?:^|[\s(\"»„“])(?:[0-9]{1,3}[a-z]?|[^\W\d_]|[ivxIVX]{1,4}|[+*†§]) ?\.?\)|[+*†]\)"
SUPPLIED = r"\[[.,!?]?(?:[()]|[()][.,!?]?)\]"
"""A bracket that the editor supplies stands for itself: ``Gießen.[)]``."""


def check(look: Look) -> Iterator[Problem]:
    """Match the brackets of every part."""
    for _, span in look.parts:
        text = re.sub(SUPPLIED, _bare, span.of(look.source))
        if any(bracket in text for bracket in "()[]{}"):
            for offset in sorted(_unmatched(text)):
                place = Span(span.start + offset, span.start + offset + 1)
                what = "closed" if text[offset] in "([{" else "opened"
                yield Problem(place, f"the bracket {text[offset]!r} is not {what}")


def _bare(supplied: re.Match[str]) -> str:
    """Blank out the editor's own brackets, so that offsets stay."""
    return f" {supplied[0][1:-1]} "


def _unmatched(text: str) -> list[int]:
    opened: list[int] = []
    lonely: list[int] = []
    for found in re.finditer(r"[()\[\]{}]", text):
        bracket, offset = found[0], found.start()
        if bracket not in PAIRS:
            opened.append(offset)
        elif opened and text[opened[-1]] == PAIRS[bracket]:
            opened.pop()
        else:
            lonely.append(offset)
    if not lonely:
        return opened
    items = {found.end() - 1 for found in re.finditer(ITEM, text, re.MULTILINE)}
    return opened + [offset for offset in lonely if offset not in items]
