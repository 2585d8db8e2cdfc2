"""One name for all spellings of a party: its person's in the register, else the spelling met first."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass
from corpuscli.text.names import fold

if TYPE_CHECKING:
    from corpuscli.relations.people.register import Register


@dataclass(frozen=True, slots=True)
class Naming:
    """Names parties, the same person always alike.

    Args:
        register: Who is who.
    """

    register: Register
    _known: dict[str, str] = field(default_factory=dict[str, str])
    _met: dict[str, str] = field(default_factory=dict[str, str])

    def __call__(self, name: str) -> str:
        """Return the name under which a printed name is counted; an ambiguous one stands for itself."""
        if name not in self._known:
            people = self.register.resolve(name)
            self._known[name] = people[0].name if len(people) == 1 else self._met.setdefault(fold(name) or name, name)
        return self._known[name]
