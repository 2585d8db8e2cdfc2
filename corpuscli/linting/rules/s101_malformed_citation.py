"""A citation whose numbers cannot be read.

What it does:
    Reports a citation of an archive or a work whose locators cannot be read: no number where one belongs, or a
    number of a form that no archive uses.

Why it is bad:
    A file that cannot be ordered by what the citation says is not cited.

Example:
    ::

        ---
        source:
          - RGASPI. F. 17. Op. 3. D. 1. L. 34-31
        ---

Use instead:
    ::

        ---
        source:
          - RGASPI. F. 17. Op. 3. D. 1. L. 31-34
        ---

Fix safety:
    There is no fix: the numbers stand in the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.citation import Citation
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"


def check(look: Look) -> Iterator[Problem]:
    """Look at the state of each citation, and say which range runs backwards."""
    for _, citation in look.citations:
        if citation.state == "malformed":
            yield Problem(citation.span, _said(citation))


def _said(citation: Citation) -> str:
    from corpuscli.text.citations.broken import backwards

    words = {"listy": "leaves", "delo": "files", "pages": "pages"}
    for level, name in words.items():
        value = citation.fields.get(level) or ()
        for member in value.split(",") if isinstance(value, str) else value:
            if backwards({"listy": (member,)}):
                return f"the {name} {member} run backwards; look them up"
    return f"the numbers of {citation.raw[:60]!r} cannot be read; look them up"
