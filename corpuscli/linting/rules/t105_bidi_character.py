r"""A character that turns the direction of writing.

What it does:
    Reports the marks, embeddings, overrides and isolates of bidirectional text (U+061C, U+200E, U+200F, U+202A to
    U+202E, U+2066 to U+2069) in a letter without Hebrew or Arabic letters.

Why it is bad:
    They show nothing and change the order in which everything behind them is shown: what is read is not what is
    written.

Example:
    ::

        The sum of \u202e100 rubles\u202c.

Use instead:
    ::

        The sum of 100 rubles.

Fix safety:
    Unsafe: the text is then shown in another order.
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
FIXABLE: Fixable = "unsafe"
NEEDS = (HIDDEN,)
ODD = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def check(look: Look) -> Iterator[Problem]:
    """Look for each, unless the letter is written from right to left somewhere."""
    characters = look.odd & ODD
    if not characters or re.search("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]", _written(look.source)):
        return
    for found in re.finditer(f"[{''.join(sorted(characters))}]", look.source):
        span = Span(*found.span())
        message = f"a character that turns the direction of writing (U+{ord(found[0]):04X}); take it away"
        yield Problem(span, message, (Edit(span),), "unsafe")


def _written(source: str) -> str:
    return source.replace("\u061c", "")
