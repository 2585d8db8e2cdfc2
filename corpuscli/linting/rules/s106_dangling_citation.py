"""A citation that leans on nothing.

What it does:
    Reports an ``Ibid.``, ``Там же`` or the like with no citation before it in the letter to which it could refer. One
    with a page is left alone behind any page of a book or paper, also of one that no register knows.

Why it is bad:
    Its antecedent stood in the note before on the printed page; here no one can tell what is meant.

Example:
    ::

        The delegation[^1].

        [^1]: Ibid. L. 5

Use instead:
    ::

        The delegation[^1].

        [^1]: RGASPI. F. 5. Op. 2. D. 315. L. 5

Fix safety:
    There is no fix: the antecedent must be looked up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.citation import Citation
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"
PAGE = re.compile(r"\b(?:S|Sp|p|pp|с|стр|[Pp]ages?|Seiten?)\.?[ \xa0]?\d")


def check(look: Look) -> Iterator[Problem]:
    """Look at the state of each citation."""
    for _, citation in look.citations:
        if citation.state == "dangling" and not _behind_a_page(look, citation):
            message = f"{citation.raw[:40]!r} refers to nothing before it; write the citation out"
            yield Problem(citation.span, message)


def _behind_a_page(look: Look, citation: Citation) -> bool:
    """Tell whether what names a page stands behind another page of whatever book."""
    before = look.letter.body.start, citation.span.start
    return PAGE.search(citation.raw) is not None and PAGE.search(look.source, *before) is not None
