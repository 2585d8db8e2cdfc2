"""A known name in a spelling of its own.

What it does:
    Reports a sender or recipient that people.yaml knows by another spelling only: blanks, stops, accents or
    transliteration differ.

Why it is bad:
    Tables show the name as it is printed in each letter; a register that lists every spelling keeps them together
    on purpose.

Example:
    ::

        >>> people.yaml
        chicherin:
          name: G. V. Chicherin
        >>> a.txt
        ---
        senders: [G.V. Tchitcherin]
        ---

Use instead:
    ::

        >>> people.yaml
        chicherin:
          name: G. V. Chicherin
          variants: [G.V. Tchitcherin]
        >>> a.txt
        ---
        senders: [G.V. Tchitcherin]
        ---

Fix safety:
    There is no fix: names are as printed; enter the spelling as a variant, or mend the letter.
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

SEVERITY: Severity = "hint"


def _spelt(context: Context) -> dict[str, frozenset[str]]:
    from corpuscli.text.names import fold

    found: dict[str, frozenset[str]] = {}
    for person in context.people:
        for name in person.names:
            found[fold(name)] = found.get(fold(name), frozenset()) | frozenset(person.names)
    return found


def check(look: Look) -> Iterator[Problem]:
    """Look for names that only their key finds."""
    from corpuscli.text.names import fold

    if look.context.people:
        spelt = look.context.once(_spelt)
        for _, name, place in look.parties:
            known = spelt.get(fold(name), frozenset())
            if known and name not in known:
                best = min(known, key=lambda other: (fold(other) != fold(name), other))
                yield Problem(Span(*place), f"people.yaml spells {name!r} otherwise: {best!r}")
