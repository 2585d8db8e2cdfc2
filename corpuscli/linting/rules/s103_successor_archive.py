"""An archive that has a successor.

What it does:
    Reports citations of archives that were renamed or merged, as RTSKHIDNI (RGASPI since 1999), with the name of
    the archive that holds the fond now. One finding per archive and letter.

Why it is bad:
    Readers order files from the archive that is there today.

Example:
    ::

        ---
        source:
          - RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34
        ---

Use instead:
    ::

        ---
        source:
          - RGASPI. F. 5. Op. 2. D. 315. L. 34
        ---

Fix safety:
    There is no fix: the words are the edition's, and ``corpuscli xref`` reads them as the successor's anyway.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"


def check(look: Look) -> Iterator[Problem]:
    """Compare the archive as cited with the one that holds its fonds now."""
    from corpuscli.text.citations.repositories import fold_name

    archives = look.context.archives
    told: set[str] = set()
    for _, citation in look.citations:
        now, cited = citation.fields.get("archive"), citation.fields.get("archive_as_cited")
        if not isinstance(now, str) or not isinstance(cited, str) or cited in told:
            continue
        told.add(cited)
        named = archives.by_name.get(fold_name(cited))
        if named and named != now and archives.living.get(named) == now:
            span = Span(citation.span.start, citation.span.start + len(cited))
            yield Problem(span if span.of(look.source) == cited else citation.span, f"{cited} is {now} now")
