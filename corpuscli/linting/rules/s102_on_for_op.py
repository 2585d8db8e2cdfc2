"""On. stands for Op.

What it does:
    Reports an archival citation that has ``On.`` where the opis stands: ``F. 5. On. 2``.

Why it is bad:
    OCR reads the Cyrillic Оп. as On., and machine translation keeps it; who searches for ``Op. 2`` finds nothing.

Example:
    ::

        ---
        source:
          - RTSKHIDNI. F. 5. On. 2. D. 315. L. 34
        ---

Use instead:
    ::

        ---
        source:
          - RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34
        ---

Fix safety:
    Unsafe: ``On`` becomes ``Op``; the printed page may have had it so.
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

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "unsafe"
PATTERN = r"(?<!\w)[Oo]n(?=[. ]*[0-9])"


def check(look: Look) -> Iterator[Problem]:
    """Look at what the reader of citations had to repair."""
    for _, citation in look.citations:
        found = re.search(PATTERN, citation.raw) if "on-for-op" in citation.repairs else None
        if found:
            span = Span(*found.span()).shift(citation.span.start)
            right = f"{found[0][0]}p"
            yield Problem(span, f"{found[0]!r} stands for {right!r}, the opis", (Edit(span, right),), "unsafe")
