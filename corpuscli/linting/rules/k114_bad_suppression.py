"""A suppression without a rule or without a reason.

What it does:
    Reads every entry of ``lint_ignore``: it must begin with the code of a rule, and go on with the reason, without a
    colon between them.

Why it is bad:
    A suppression with a wrong code suppresses nothing; one without a reason cannot be judged by the next editor.

Example:
    ::

        ---
        lint_ignore:
          - T101
        ---

Use instead:
    ::

        ---
        lint_ignore:
          - T101 the writer copied the paragraph himself
        ---

Fix safety:
    There is no fix: only the editor knows the reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.linting.suppress import KEY, suppressions
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"
NEEDS = (KEY,)
PATTERN = r"[A-Z]{1,2}[0-9]{3}"


def check(look: Look) -> Iterator[Problem]:
    """Look at each entry."""
    for code, reason, span in suppressions(look.letter):
        if not re.fullmatch(PATTERN, code) or code not in look.context.codes:
            yield Problem(span, f"{code or 'nothing'} is no rule's code; write it as 'T101 the reason'")
        elif not reason:
            yield Problem(span, f"{code} is suppressed without a reason; write it behind the code")
