"""A name that the register does not know.

What it does:
    Looks up every sender and recipient in people.yaml, letter case, accents and transliteration aside, and names
    the entry that looks like it. Silent while people.yaml is empty or absent.

Why it is bad:
    A variant that no entry has is a person of its own to every filter and count.

Example:
    ::

        >>> people.yaml
        chicherin:
          name: G. V. Chicherin
        stalin:
          name: I. V. Stalin
        >>> a.txt
        ---
        senders: [G. V. Chichrin]
        ---

Use instead:
    ::

        >>> people.yaml
        chicherin:
          name: G. V. Chicherin
        stalin:
          name: I. V. Stalin
        >>> a.txt
        ---
        senders: [G. V. Chicherin]
        ---

Fix safety:
    There is no fix here: ``corpuscli people`` enters a variant or a new person.
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


def _known(context: Context) -> dict[str, str]:
    from corpuscli.text.names import fold

    return {fold(name): person.name for person in context.people for name in person.names}


def check(look: Look) -> Iterator[Problem]:
    """Look up every party."""
    if not look.context.people:
        return

    from corpuscli.text.names import fold
    from corpuscli.text.nearest import nearest

    known = look.context.once(_known)
    for key, name, place in look.parties:
        if name != "Unknown" and fold(name) not in known:
            best = nearest(fold(name), known, 1)
            advice = f"is it {known[best[0]]}?" if best else "enter the name, or mend it"
            yield Problem(Span(*place), f"no one in people.yaml is called {name!r} ({key}); {advice}")
