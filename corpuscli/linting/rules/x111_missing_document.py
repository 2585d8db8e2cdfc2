"""A document is cited by a number that no letter has.

What it does:
    Looks for ``see document No. 45`` in text and notes, and for a letter of the same edition whose ``number`` it is.
    It is silent in letters without a ``number`` of their own: their edition does not number its letters.

Why it is bad:
    The reader is sent to a letter that is not in the corpus, or the number is misread.

Example:
    ::

        >>> a.txt
        ---
        number: 44
        ---
        See document No. 45.

Use instead:
    ::

        >>> a.txt
        ---
        number: 44
        ---
        See document No. 45.
        >>> b.txt
        ---
        number: 45
        ---
        Comrade Lenin.

Fix safety:
    There is no fix: the letter is added, or the number looked up.
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
NEEDS = ("number",)


def collect(look: Look) -> Iterator[Fact]:
    """Say the own number, and want the cited ones."""
    number, edition = look.letter.get("number"), look.letter.get("edition")
    if not number:
        return
    yield Fact(f"{edition}\0{number}")
    for _, citation in look.citations:
        if citation.kind == "document":
            numbers = citation.fields.get("number") or ()
            place = citation.span.start, citation.span.end
            yield from (Fact(f"{edition}\0{one}", place, wanted=True) for one in numbers)


def across(group: Group) -> Iterator[tuple[Look, Problem]]:
    """Report what is wanted and not there."""
    if all(fact.wanted for _, fact in group):
        for look, fact in group:
            yield look, Problem(fact.span, f"no letter of this edition has the number {fact.key.partition(chr(0))[2]}")
