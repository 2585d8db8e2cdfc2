"""A blank before a comma or a full stop.

What it does:
    Reports a blank between a word and the comma, full stop, semicolon, colon, question or exclamation mark behind
    it. In French only comma and full stop count, also where a letter in another language has a French paragraph. Rows
    of a table, which name marks as often as they use them, and signs of telegraphy (``.+``) are left alone.

Why it is bad:
    It is OCR's or machine translation's; a sentence ends where its mark stands.

Example:
    ::

        The delegation has come , and gone.

Use instead:
    ::

        The delegation has come, and gone.

Fix safety:
    Unsafe: older print sets blanks there on purpose.
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

SEVERITY: Severity = "hint"
FIXABLE: Fixable = "unsafe"
FRENCH = re.compile(
    r"(?i)\b(?:une|est|que|qui|dans|pour|vous|nous|avec|cela|cette|mais|pas|sur|il|elle|voilà|c’|c'|d’|d'|l’|l'|n’|n'|qu’)"
)
"""How French sounds: three of these small words in one line."""
FEW = 3
COLUMN = "  "
"""Two of these gaps in one line make columns of it."""


def check(look: Look) -> Iterator[Problem]:
    """Look before marks."""
    french = (look.language or "").startswith("fr")
    marks = ",." if french else ",.;:!?"
    if next(look.in_body(f" [{marks}]"), None) is None:
        return
    for found in look.in_body(rf"(?<=[\w)\]»”])[ ]+[{marks}](?![\w.,:;!?)(+=-]|[ ][.])"):
        span = Span(*found.span())
        line = look.line_of(span.start).of(look.source)
        if line.count(COLUMN) > 1 or (found[0][-1] not in ",." and len(FRENCH.findall(line)) >= FEW):
            continue
        message = f"a blank before {found[0][-1]!r}"
        yield Problem(span, message, (Edit(Span(span.start, span.end - 1)),), "unsafe")
