"""Two letters with one id.

What it does:
    Reports every letter whose id another letter has, too.

Why it is bad:
    An id names one letter; commands, citations and relations take the first they find.

Example:
    ::

        >>> a.txt
        ---
        id: a
        ---
        >>> x/a.txt
        ---
        id: a
        ---

Use instead:
    ::

        >>> a.txt
        ---
        id: a
        ---
        >>> x/b.txt
        ---
        id: b
        ---

Fix safety:
    There is no fix here: ``corpuscli rename`` gives one of them another id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.linting.rule import Fact
from corpuscli.model.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Group
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "error"


def collect(look: Look) -> Iterator[Fact]:
    """Say the letter's id."""
    field = look.letter.field("id")
    if field is not None and isinstance(field.value, str) and field.value:
        yield Fact(field.value, field.place)


def across(group: Group) -> Iterator[tuple[Look, Problem]]:
    """Report all of them."""
    for look, fact in group if len(group) > 1 else ():
        others = tuple(Place(other.path, said.span) for other, said in group if other is not look)
        yield look, Problem(fact.span, f"{others[0].path} has the id {fact.key!r}, too", related=others)
