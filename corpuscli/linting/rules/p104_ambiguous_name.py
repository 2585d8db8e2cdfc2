"""A name that two entries of the register have.

What it does:
    Reports a sender or recipient whose name, as printed or in another spelling, belongs to two entries of
    people.yaml.

Why it is bad:
    No one can tell which of the two is meant; counts give the letter to both or neither.

Example:
    ::

        >>> people.yaml
        lev:
          name: L. B. Kamenev
          variants: [Kamenev]
        sergei:
          name: S. S. Kamenev
          variants: [Kamenev]
        >>> a.txt
        ---
        senders: [Kamenev]
        ---

Use instead:
    ::

        >>> people.yaml
        lev:
          name: L. B. Kamenev
          variants: [Kamenev]
        sergei:
          name: S. S. Kamenev
          variants: [Kamenev]
        >>> a.txt
        ---
        senders: [S. S. Kamenev]
        ---

Fix safety:
    There is no fix: the letter tells who is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.context import Context
    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "warning"


def _entries(context: Context) -> dict[str, tuple[str, ...]]:
    from corpuscli.text.names import fold

    found: dict[str, tuple[str, ...]] = {}
    for person in context.people:
        for key in dict.fromkeys(map(fold, person.names)):
            found[key] = (*found.get(key, ()), person.name)
    return found


def check(look: Look) -> Iterator[Problem]:
    """Look for names of two."""
    from corpuscli.text.names import fold

    if look.context.people:
        entries = look.context.once(_entries)
        for _, name, place in look.parties:
            meant = entries.get(fold(name), ())
            if len(meant) > 1:
                yield Problem(Span(*place), f"{name!r} may be {' or '.join(meant)}; write which")
