"""A citation that was read in spite of its words.

What it does:
    Reports what the reader of citations had to repair: lost full stops, letters misread, words of one language for
    those of another. ``On.`` for ``Op.`` has a rule of its own.

Why it is bad:
    What a program can repair, a reader has to guess.

Example:
    ::

        ---
        source:
          - TsGAOR. F. 130. Op. 2. D 5. L. 1
        ---

Use instead:
    ::

        ---
        source:
          - TsGAOR. F. 130. Op. 2. D. 5. L. 1
        ---

Fix safety:
    There is no fix: the words are the page's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"
OWN = "on-for-op"


def check(look: Look) -> Iterator[Problem]:
    """Look at the repairs of each citation."""
    for _, citation in look.citations:
        repairs = [repair.replace("-", " ") for repair in citation.repairs if repair != OWN]
        if repairs:
            yield Problem(citation.span, f"read in spite of its words: {', '.join(repairs)}")
