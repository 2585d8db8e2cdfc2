"""Two letters from one leaf.

What it does:
    Reports letters whose ``source`` names the same leaf of the same file, or the same two or three, as ``corpuscli
    xref`` reads it. More leaves than that are a bundle of letters.

Why it is bad:
    Two telegrams may share a leaf; more often one of the two numbers was copied from the letter before.

Example:
    ::

        >>> a.txt
        ---
        source: [RGASPI. F. 5. Op. 2. D. 315. L. 34]
        ---
        >>> b.txt
        ---
        date: 1921-03-12
        source: [RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34]
        ---

Use instead:
    ::

        >>> a.txt
        ---
        source: [RGASPI. F. 5. Op. 2. D. 315. L. 34]
        ---
        >>> b.txt
        ---
        date: 1921-03-12
        source: [RTSKHIDNI. F. 5. Op. 2. D. 315. L. 36]
        ---

Fix safety:
    There is no fix: the leaf must be looked up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.linting.rule import Fact
from corpuscli.model.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Group
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"
NEEDS = ("source",)
MOST = 3
"""Leaves from which on a source is that of many letters."""
_LEAVES = r"([0-9]+)[a-z]*(?:-([0-9]+))?"


def collect(look: Look) -> Iterator[Fact]:
    """Say every leaf."""
    if look.letter.field("source") is not None:
        for part, citation in look.citations:
            if part == "source" and _near(citation.fields.get("listy") or ()):
                place = citation.span.start, citation.span.end
                yield from (Fact(one, place) for one in citation.ids if "?" not in one)


def _near(leaves: Iterable[str]) -> bool:
    """Tell whether leaves are named, and no more than one letter fills."""
    found = [(int(first), int(last or first)) for first, last in re.findall(_LEAVES, " ".join(leaves))]
    return bool(found) and sum(last - first + 1 for first, last in found) <= MOST


def across(group: Group) -> Iterator[tuple[Look, Problem]]:
    """Report all but the first."""
    first, said = group[0]
    for look, fact in group[1:]:
        if look is not first:
            place = Place(first.path, said.span)
            yield look, Problem(fact.span, f"{first.letter.id} is from the same leaf", related=(place,))
