"""A line of a page's navigation.

What it does:
    Reports a line of the text that is nothing but a web page's navigation: links between bars, ``Back to top``,
    ``Next``.

Why it is bad:
    It is the page's furniture, not the letter's words; it came along with copying.

Example:
    ::

        Home | Letters | Index | Contact

        Dear comrade,

Use instead:
    ::

        Dear comrade,

Fix safety:
    There is no fix: look whether more of the page came along.
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

SEVERITY: Severity = "warning"
WORDS = (
    "|",
    "home",
    "main page",
    "top",
    "next",
    "prev",
    "back",
    "contents",
    "forward",
    "zurück",
    "weiter",
    *"<>«»‹›←→",
)
HINTS = r"\||home|main page|\btop\b|next|prev|back|contents|forward|zurück|weiter|[<>«»‹›←→]"
LONGEST = 200


def check(look: Look) -> Iterator[Problem]:
    """Look at short lines that hold a word of navigation."""
    start = look.letter.text.start
    lines = look.letter.text.of(look.source).split("\n")
    short = "\n".join([line for line in lines if len(line) <= LONGEST or len(line.strip()) <= LONGEST]).lower()
    if not any(word in short for word in WORDS):  # a tenth of the time of a pattern, and enough for most letters
        return
    for line in lines:
        words = line.strip()
        if len(words) <= LONGEST and re.search(HINTS, words.lower()):
            from corpuscli.data.pages import matches

            if matches("navigation", words):
                first = start + len(line) - len(line.lstrip())
                message = "a line of the page's navigation, not of the letter; take it away"
                yield Problem(Span(first, first + len(words)), message)
        start += len(line) + 1
