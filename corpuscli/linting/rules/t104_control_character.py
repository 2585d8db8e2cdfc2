r"""A control character.

What it does:
    Reports control characters (U+0000 to U+001F and U+007F to U+009F) other than line ends and tabs.

Why it is bad:
    They show nothing, end a text early in some programs and steer a terminal in others; in a letter they are
    remains of a conversion.

Example:
    ::

        Dear\x07 comrade,

Use instead:
    ::

        Dear comrade,

Fix safety:
    Safe: the character is taken away; it has no meaning in a text. A form feed or a lone carriage return is a break
    of page or line, and left to the editor.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.linting.rule import HIDDEN
from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "safe"
NEEDS = (HIDDEN,)
ODD = frozenset(map(chr, (*range(9), *range(11, 32), *range(127, 160))))
BREAKS = "\x0b\x0c\r\x85"


def check(look: Look) -> Iterator[Problem]:
    """Look for each."""
    for character in sorted(look.odd & ODD):
        pattern = r"\r(?!\n)" if character == "\r" else re.escape(character)
        for found in re.finditer(pattern, look.source):
            span = Span(*found.span())
            message = f"a control character (U+{ord(character):04X})"
            if character in BREAKS:
                yield Problem(span, f"{message}; write a line end where a line ends")
            else:
                yield Problem(span, f"{message}; take it away", (Edit(span),), "safe")
