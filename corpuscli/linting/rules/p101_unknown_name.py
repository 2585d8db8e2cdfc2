"""A name that the register does not know.

What it does:
    Looks up every sender and recipient in people.yaml, letter case, accents and transliteration aside, and names
    the entry whose surname looks like it and whose initials do not contradict, as ``corpuscli people --unknown`` does.
    Silent while people.yaml is empty or absent.

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


class _Known:
    """The names of the register, and what was found out about others.

    Args:
        context: The corpus.
    """

    def __init__(self, context: Context) -> None:
        from corpuscli.text.names import fold

        self.folded = {fold(name) for person in context.people for name in person.names}
        self._persons = {name: person.name for person in context.people for name in person.names}
        self._advice: dict[str, str] = {}

    def advice(self, name: str) -> str:
        """Say whom a name may mean."""
        if name not in self._advice:
            from corpuscli.relations.people.likeness import likely

            best = likely(name, self._persons, 1)
            self._advice[name] = f"is it {self._persons[best[0].name]}?" if best else "enter the name, or mend it"
        return self._advice[name]


def check(look: Look) -> Iterator[Problem]:
    """Look up every party."""
    if not look.context.people:
        return

    from corpuscli.text.names import fold

    known = look.context.once(_Known)
    for key, name, place in look.parties:
        if name != "Unknown" and fold(name) not in known.folded:
            yield Problem(Span(*place), f"no one in people.yaml is called {name!r} ({key}); {known.advice(name)}")
