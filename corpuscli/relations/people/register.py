"""Printed names to the persons of people.yaml."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError
from corpuscli.model.values import dataclass
from corpuscli.text.names import fold, surname

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpuscli.model.person import Person


@dataclass(frozen=True)
class Register:
    """The persons and bodies of a corpus, found by any of their spellings.

    Args:
        people: As people.yaml holds them.
    """

    people: tuple[Person, ...]

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Person, ...]]:
        """Persons by the folded form of each of their names."""
        return _grouped((fold(name), person) for person in self.people for name in person.names)

    @cached_property
    def by_surname(self) -> Mapping[str, tuple[Person, ...]]:
        """Persons by the folded form of their surnames."""
        return _grouped((fold(surname(name)), person) for person in self.people for name in person.names)

    @cached_property
    def by_key(self) -> Mapping[str, Person]:
        """Persons by their keys."""
        return {person.key: person for person in self.people}

    def resolve(self, name: str) -> tuple[Person, ...]:
        """Return whom a printed name means: those who bear exactly this name, in any spelling that folds alike.

        One person is an answer, several are a name that the register gives to several, none an unknown name. Likeness
        is never enough, and neither is a surname: of two Kamenevs "Kamenev" is only one when the register says so.
        """
        return self.by_name.get(fold(name), ())

    def called(self, words: str) -> tuple[Person, ...]:
        """Return whom a person at the keyboard names wholly: by key, else by name."""
        person = self.by_key.get(words)
        return (person,) if person else self.resolve(words)

    def meant(self, words: str, others: Iterable[str] = ()) -> tuple[Person, ...]:
        """Return whom a person at the keyboard may mean: by key, by name, else by surname.

        Args:
            words: A key, a name or a surname.
            others: Names outside the register that may have been meant, for the hint.

        Raises:
            UnknownNameError: Nobody is called so, with the nearest names.
        """
        found = self.called(words) or self.by_surname.get(fold(words), ())
        if not found:
            from corpuscli.text.nearest import nearest

            known = [*self.by_key, *(person.name for person in self.people), *others]
            raise UnknownNameError("person", words, nearest(words, known))
        return found


def _grouped(pairs: Iterable[tuple[str, Person]]) -> Mapping[str, tuple[Person, ...]]:
    """Gather the persons of each name, each person once, in the register's order."""
    found: dict[str, dict[str, Person]] = {}
    for name, person in pairs:
        if name:
            found.setdefault(name, {})[person.key] = person
    return {name: tuple(people.values()) for name, people in found.items()}
