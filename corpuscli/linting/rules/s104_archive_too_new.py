"""An archive's name that is younger than the edition.

What it does:
    Compares the last year that ``edition`` names with the year from which an archive bore the name it is cited by.

Why it is bad:
    An edition of 1996 cannot cite RGASPI, which has that name since 1999: the citation was changed, or is another
    edition's.

Example:
    ::

        ---
        edition: Bolshevik leadership. Collection of documents 1996
        source:
          - RGASPI. F. 5. Op. 2. D. 315. L. 34
        ---

Use instead:
    ::

        ---
        edition: Bolshevik leadership. Collection of documents 1996
        source:
          - RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34
        ---

Fix safety:
    There is no fix: the page says what it says.
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


def check(look: Look) -> Iterator[Problem]:
    """Compare years."""
    from corpuscli.text.citations.repositories import fold_name

    years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", look.letter.get("edition"))]
    if not years:
        return
    known = look.context.archives
    for part, citation in look.citations:
        cited = citation.fields.get("archive_as_cited")
        named = known.by_name.get(fold_name(cited)) if isinstance(cited, str) and part == "source" else None
        if named and known.since.get(named, 0) > max(years):
            message = f"{cited} has that name since {known.since[named]}, the edition is of {max(years)}"
            yield Problem(citation.span, message)
