"""A fond of GARF without its prefix.

What it does:
    Reports a citation of GARF (or its forerunner TsGAOR) whose fond has a number between 1900 and 9999 and no
    letter before it, and one that has a Latin P where R belongs.

Why it is bad:
    GARF counts the fonds of Soviet and emigré bodies with the prefix Р (R in Latin letters); read with Latin eyes
    it becomes P. Without it the number names another fond, or none.

Example:
    ::

        ---
        source:
          - GARF. F. 5446. Op. 1. D. 2. L. 3
        ---

Use instead:
    ::

        ---
        source:
          - GARF. F. R-5446. Op. 1. D. 2. L. 3
        ---

Fix safety:
    There is no fix: the words are the edition's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"
FIRST, LAST = 1900, 9999
"""Numbers that only fonds with the prefix have: those without it end below, personal papers begin above."""


def check(look: Look) -> Iterator[Problem]:
    """Look at the fonds of GARF."""
    for _, citation in look.citations:
        if citation.fields.get("archive") == "GARF":
            fond = citation.fields.get("fond") or ""
            latin = re.search(r"(?<![A-Za-z.])[Ff](?:ond)?\.? ?P-?(?=[0-9])", citation.raw)
            bare = isinstance(fond, str) and fond.isdecimal() and FIRST <= int(fond) <= LAST
            if bare or latin:
                number = fond if bare else str(fond).removeprefix("R-")
                yield Problem(citation.span, f"the fond is R-{number} (Р-{number}) at GARF")
