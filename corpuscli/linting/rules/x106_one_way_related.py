"""A relation that is not returned.

What it does:
    Reports an id in ``related`` whose letter exists, but does not name this one in return.

Why it is bad:
    Whoever reads the other letter does not learn of this one.

Example:
    ::

        >>> a.txt
        ---
        related: [b]
        ---
        >>> b.txt
        ---
        id: b
        ---

Use instead:
    ::

        >>> a.txt
        ---
        related: [b]
        ---
        >>> b.txt
        ---
        related: [a]
        ---

Fix safety:
    There is no fix: some relations go one way on purpose.
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

SEVERITY: Severity = "hint"
NEEDS = ("related",)


def collect(look: Look) -> Iterator[Fact]:
    """Say that the own id stands there, and want what each relation needs; a pair's key is the same from both sides."""
    own = look.letter.id
    for key, value, place in look.values:
        if key == "related" and value and value != own:
            yield Fact(f"{own}\0{value}", place)
            yield Fact(f"{value}\0{own}", place, wanted=True)


def across(group: Group) -> Iterator[tuple[Look, Problem]]:
    """Report what is wanted of a letter and not said."""
    if all(fact.wanted for _, fact in group):
        for look, fact in group:
            other = fact.key.partition("\0")[0]
            yield look, Problem(fact.span, f"{other} does not name this letter in return")
