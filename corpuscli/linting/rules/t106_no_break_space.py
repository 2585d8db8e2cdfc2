r"""A no-break space where it harms.

What it does:
    Reports a no-break space (U+00A0, U+202F, U+2007) in a value of the front matter, at a line's end or beginning,
    and beside another blank.

Why it is bad:
    It looks like a blank and is none: a name with it matches no register and no search. Within a line of text,
    between a number and its word, it is good typography and not reported.

Example:
    ::

        ---
        place: Nizhny\u00a0Novgorod
        ---

Use instead:
    ::

        ---
        place: Nizhny Novgorod
        ---

Fix safety:
    Safe: it becomes a blank, or goes where a blank stands already.
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
ODD = frozenset("\xa0\u2007\u202f")
SET = "[\xa0\u2007\u202f]"
BEFORE = re.compile(r" |[ \r]*$", re.MULTILINE)


def check(look: Look) -> Iterator[Problem]:
    """Look in values, and at edges and doubled blanks of the text."""
    if not look.odd & ODD:
        return
    start = look.letter.body.start
    for found in re.compile(SET).finditer(look.source, 0, start):
        yield _problem(Span(*found.span()), " ", "in the front matter")
    for found in look.in_body(f"{SET}+"):
        span = Span(*found.span())
        if look.source[span.start - 1] in " \n" or BEFORE.match(look.source, span.end):
            yield _problem(span, "", "beside a blank or a line's end")


def _problem(span: Span, instead: str, where: str) -> Problem:
    return Problem(span, f"a no-break space {where}", (Edit(span, instead),), "safe")
