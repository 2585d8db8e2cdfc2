"""A related letter that does not exist.

What it does:
    Reports an id in ``related`` that no letter of the corpus has.

Why it is bad:
    It leads nowhere: the letter was renamed or removed, or the id is misspelt.

Example:
    ::

        >>> a.txt
        ---
        related: [b]
        ---

Use instead:
    ::

        >>> a.txt
        ---
        related: [b]
        ---
        >>> b.txt
        ---
        id: b
        ---

Fix safety:
    There is no fix: which letter was meant is the editor's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.linting.rule import Fact
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Group
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "error"


def collect(look: Look) -> Iterator[Fact]:
    """Say the own id, and want the related ones."""
    yield Fact(look.letter.id)
    yield from (Fact(value, place, wanted=True) for key, value, place in look.values if key == "related" and value)


def across(group: Group) -> Iterator[tuple[Look, Problem]]:
    """Report what is wanted and not there."""
    if all(fact.wanted for _, fact in group):
        for look, fact in group:
            yield look, Problem(fact.span, f"no letter has the id {fact.key!r}")
