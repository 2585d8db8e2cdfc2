"""A tag in two spellings.

What it does:
    Reports a tag that differs from another letter's in case, accents, hyphens or blanks only; the rarer spelling is
    reported, at a draw the one that comes first in the alphabet's order is right.

Why it is bad:
    ``Gold`` and ``gold`` are two tags to every count.

Example:
    ::

        >>> a.txt
        ---
        tags: [gold]
        ---
        >>> b.txt
        ---
        tags: [gold]
        ---
        >>> c.txt
        ---
        tags: [Gold]
        ---

Use instead:
    ::

        >>> a.txt
        ---
        tags: [gold]
        ---
        >>> b.txt
        ---
        tags: [gold]
        ---

Fix safety:
    There is no fix here: ``corpuscli set`` renames tags.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpuscli.linting.rule import Fact
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Group
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"
NEEDS = ("tags",)


def collect(look: Look) -> Iterator[Fact]:
    """Say every tag without what spellings differ in."""
    from corpuscli.text.names import slug

    for key, value, place in look.values:
        if key == "tags" and value:
            yield Fact(slug(value) or value, place, form=value)


def across(group: Group) -> Iterator[tuple[Look, Problem]]:
    """Report the rarer spellings."""
    counts = Counter(fact.form for _, fact in group)
    right = min(counts, key=lambda word: (-counts[word], word))
    for look, fact in group:
        if fact.form != right:
            yield look, Problem(fact.span, f"the tag {fact.form!r} is spelt {right!r} elsewhere")
