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

from corpuscli.data.pages import matches
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"
HINTS = re.compile(r"\||home|main page|\btop\b|next|prev|back|contents|forward|zurück|weiter|[<>«»‹›←→]", re.IGNORECASE)
LONGEST = 200


def check(look: Look) -> Iterator[Problem]:
    """Look at short lines that hold a word of navigation."""
    start, end = look.letter.text.start, look.letter.text.end
    done = -1
    for hint in HINTS.finditer(look.source, start, end):
        line = look.line_of(hint.start())
        if line.start > done and len(line) <= LONGEST:
            done = line.start
            words = line.of(look.source)
            if matches("navigation", words.strip()):
                first = line.start + len(words) - len(words.lstrip())
                span = Span(first, first + len(words.strip()))
                yield Problem(span, "a line of the page's navigation, not of the letter; take it away")
