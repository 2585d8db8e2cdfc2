"""A person or body of the register."""

from __future__ import annotations

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """One entry of people.yaml.

    Args:
        key: The entry's key, unique in the register.
        name: The name to print.
        variants: Other spellings, as printed anywhere.
        refs: Authority references (GND, VIAF, Wikidata ...), as URIs.
        body: Whether it is a body (a committee, an army) and no person.
    """

    key: str
    name: str
    variants: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    body: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All spellings, the one to print first."""
        return (self.name, *self.variants)
