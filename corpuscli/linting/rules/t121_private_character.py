r"""A character of the private use areas.

What it does:
    Reports code points that Unicode leaves to private agreement (U+E000 to U+F8FF, planes 15 and 16).

Why it is bad:
    What it shows depends on one font on one machine; to all others it is an empty box.

Example:
    ::

        The sum of \ue0bf100.

Use instead:
    ::

        The sum of £100.

Fix safety:
    There is no fix: what it meant must be seen in the font it was written for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.linting.rule import HIDDEN
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"
NEEDS = (HIDDEN,)
PATTERN = "[\ue000-\uf8ff\U000f0000-\U0010fffd]"


def check(look: Look) -> Iterator[Problem]:
    """Look for each."""
    if any("\ue000" <= character <= "\uf8ff" or character >= "\U000f0000" for character in look.odd):
        for found in re.finditer(PATTERN, look.source):
            message = f"a character that only a private font shows (U+{ord(found[0]):04X}); write what it means"
            yield Problem(Span(*found.span()), message)
