"""A number of the edition stands twice.

What it does:
    Reports letters with the same ``number`` in the same ``edition``.

Why it is bad:
    The edition counts each document once; one of the two numbers is misread, or the letter stands twice.

Example:
    ::

        >>> a.txt
        ---
        edition: Bolshevik leadership
        number: 5
        ---
        >>> b.txt
        ---
        edition: Bolshevik leadership
        number: 5
        ---

Use instead:
    ::

        >>> a.txt
        ---
        edition: Bolshevik leadership
        number: 5
        ---
        >>> b.txt
        ---
        edition: Bolshevik leadership
        number: 6
        ---

Fix safety:
    There is no fix: the number stands in the edition.
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

SEVERITY: Severity = "warning"
NEEDS = ("number",)


def collect(look: Look) -> Iterator[Fact]:
    """Say number and edition."""
    field, edition = look.letter.field("number"), look.letter.get("edition")
    if field is not None and isinstance(field.value, str) and field.value and edition:
        yield Fact(f"{edition.casefold()}\0{field.value.casefold().strip('. №')}", field.place)


def across(group: Group) -> Iterator[tuple[Look, Problem]]:
    """Report all but the first."""
    first, said = group[0]
    for look, fact in group[1:]:
        place = Place(first.path, said.span)
        yield look, Problem(fact.span, f"{first.letter.id} has this number of the edition, too", related=(place,))
