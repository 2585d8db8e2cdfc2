"""A citation whose archive no register knows.

What it does:
    Reports a citation with well-formed numbers whose repository is in no register, built-in or the corpus's own
    archives.yaml.

Why it is bad:
    Two spellings of one archive are two archives until a register says otherwise.

Example:
    ::

        ---
        source:
          - XYZ. F. 5. Op. 2. D. 315. L. 34
        ---

Use instead:
    ::

        ---
        source:
          - RGASPI. F. 5. Op. 2. D. 315. L. 34
        ---

Fix safety:
    There is no fix: enter the archive in archives.yaml, or mend its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"


def check(look: Look) -> Iterator[Problem]:
    """Look at the state of each citation."""
    for _, citation in look.citations:
        if citation.state == "unresolved" and citation.kind == "archive":
            cited = citation.fields.get("archive_as_cited") or citation.raw[:30]
            yield Problem(citation.span, f"no register knows the archive {cited!r}")
