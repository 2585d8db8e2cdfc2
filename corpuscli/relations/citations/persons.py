"""Who is meant by a name in a text: the surnames under which a person is known, in any spelling and case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.relations.people.register import Register
from corpuscli.text.names import fold, surname

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.model.person import Person

_CASES = (
    ("ского", "ский"),
    ("скому", "ский"),
    ("ским", "ский"),
    ("цкого", "цкий"),
    ("цкому", "цкий"),
    ("цким", "цкий"),
)
_ENDINGS = ("ым", "ом", "ой", "ем", "а", "у", "е")
"""Of the oblique cases of surnames, as in ``телеграмма Сталина``."""
_SHORTEST = 4


class Persons:
    """Names of a corpus, each compared by the surnames of whom it means.

    Args:
        people: The register people.yaml; a variant as ``Koba`` is as good as the name.
    """

    def __init__(self, people: tuple[Person, ...] = ()) -> None:
        self._register = Register(people)
        self._found: dict[str, frozenset[str]] = {}

    def of(self, names: Iterable[str]) -> frozenset[str]:
        """Return the surnames of those whom some names mean, as they are compared."""
        found: frozenset[str] = frozenset()
        for name in names:
            if name not in self._found:
                self._found[name] = frozenset(self._surnames(name))
            found |= self._found[name]
        return found

    def _surnames(self, name: str) -> Iterator[str]:
        for form in _forms(name):
            yield fold(surname(form) or form)
            for person in self._register.resolve(form):
                yield from (fold(surname(one)) for one in person.names)


def _forms(name: str) -> Iterator[str]:
    """Yield a name as it stands and, in Cyrillic, as it may be in the nominative."""
    yield name
    if not name or not "а" <= name[-1] <= "я":
        return
    for ending, nominative in _CASES:
        if name.endswith(ending):
            yield name.removesuffix(ending) + nominative
            return
    for ending in _ENDINGS:
        stem = name.removesuffix(ending)
        if stem != name and len(stem) >= _SHORTEST:
            yield stem
            return
