"""Persons who come into the register: known ones get what is new, the others an entry."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.relations.people.tally import UNKNOWN
from corpuscli.text.names import fold, is_body, slug, surname

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.model.person import Person

_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


class Joining:
    """A register that grows.

    Who bears a reference that an entry has is that person, under whatever name. Who bears the name of one entry is
    that person too, unless both have references to one authority file, which then mean two persons.

    Args:
        people: The register, in its order.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self.people: list[Person] = []
        self._by_ref: dict[str, int] = {}
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        for person in people:
            self._append(person)
        self._keys = {person.key for person in self.people}

    def join(self, person: Person) -> None:
        """Take a person in, whose key is chosen here; one whose name several entries bear is passed over."""
        at = next((self._by_ref[one] for ref in person.refs if (one := _identity(ref)) in self._by_ref), None)
        if at is None:
            named = self._by_name[fold(person.name)]
            meant = [one for one in named if not _are_two(self.people[one], person)]
            if person.name == UNKNOWN or len(meant) > 1:
                return
            if not meant:
                key = _free_key(person.name, self._keys)
                self._keys.add(key)
                self._append(replace(person, key=key, refs=tuple(dict.fromkeys(person.refs))))
                return
            at = meant[0]
        self._extend(at, person)

    def _append(self, person: Person) -> None:
        self.people.append(person)
        self._note(len(self.people) - 1)

    def _extend(self, at: int, person: Person) -> None:
        entry = self.people[at]
        spelt = {fold(name) for name in entry.names}
        names = [name for name in person.names if fold(name) not in spelt]
        refs = [ref for ref in dict.fromkeys(person.refs) if _identity(ref) not in self._by_ref]
        if names or refs:
            self.people[at] = replace(entry, variants=(*entry.variants, *names), refs=(*entry.refs, *refs))
            self._note(at)

    def _note(self, at: int) -> None:
        person = self.people[at]
        for ref in person.refs:
            self._by_ref.setdefault(_identity(ref), at)
        for name in dict.fromkeys(fold(name) for name in person.names):
            if at not in self._by_name[name]:
                self._by_name[name].append(at)


def _identity(ref: str) -> str:
    """Return what two spellings of one reference share.

    >>> _identity("http://d-nb.info/gnd/118679236"), _identity("https://www.d-nb.info/gnd/118679236/")
    ('d-nb.info/gnd/118679236', 'd-nb.info/gnd/118679236')
    """
    return _SCHEME.sub("", ref).rstrip("/")


def _are_two(one: Person, other: Person) -> bool:
    """Tell whether references to one authority file tell two persons of one name apart; none of them is shared."""
    files = [{_identity(ref).partition("/")[0] for ref in person.refs} for person in (one, other)]
    return not files[0].isdisjoint(files[1])


def _free_key(name: str, taken: set[str]) -> str:
    """Return a key that no entry has: the surname, or a body's first words."""
    base = "-".join(slug(name).split("-")[:3]) if is_body(name) else slug(surname(name))
    base = base or "person"
    number = 2
    key = base
    while key in taken:
        key, number = f"{base}-{number}", number + 1
    return key
