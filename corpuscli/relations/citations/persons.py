"""Who is meant by a name in a text: a party of letters, under a surname or forename, in any spelling and case."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass
from corpuscli.relations.people.register import Register
from corpuscli.text.citations.wording import names
from corpuscli.text.names import fold, forenames, is_body, surname

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
_LONG_WORD = 5
"""Letters: words of bodies that say which one is meant; "der" and "for" do not."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is compared.

    Args:
        whole: Folded keys of the name in its cases.
        surnames: Folded surnames, of the register's variants too.
        given: Folded forenames and initials.
        keys: Whom the register means by it.
        words: Long words, folded, of a body; none of a person.
    """

    whole: frozenset[str]
    surnames: frozenset[str]
    given: tuple[str, ...]
    keys: frozenset[str]
    words: frozenset[str]


class Persons:
    """Names of a corpus, each compared by the surnames of whom it means.

    Args:
        people: The register people.yaml; a variant as ``Koba`` is as good as the name.
    """

    def __init__(self, people: tuple[Person, ...] = ()) -> None:
        self._register = Register(people)
        self._found: dict[str, _Name] = {}

    def mean(self, names: Iterable[str], parties: Iterable[str]) -> bool:
        """Tell whether one of some names may mean one of the parties of a letter.

        By the register where it knows both; else by surname, unless forenames or initials speak against it; by a lone
        forename; bodies by a long word that both have.

        >>> Persons().mean(["Paul Ernsts"], ["Paul Ernst"]), Persons().mean(["Paul Ernst"], ["Johanna Ernst"])
        (True, False)
        """
        known = [self._name(party) for party in parties]
        return any(_same(self._name(name), party) for name in names for party in known)

    def named(self, party: str, words: str) -> bool:
        """Tell whether some words name a party of a letter."""
        return any(self.mean([found[0]], [party]) for found in _names().finditer(words))

    def _name(self, name: str) -> _Name:
        if name not in self._found:
            self._found[name] = self._read(name)
        return self._found[name]

    def _read(self, name: str) -> _Name:
        forms = list(_forms(name))
        persons = [person for form in forms for person in self._register.resolve(form)]
        every = [*forms, *(variant for person in persons for variant in person.names)]
        return _Name(
            frozenset(map(fold, forms)),
            frozenset(fold(surname(one) or one) for one in every),
            tuple(fold(one) for one in forenames(name)),
            frozenset(person.key for person in persons),
            frozenset(fold(word) for form in forms for word in _long_words(form)) if is_body(name) else frozenset(),
        )


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){names()}")


def _long_words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name) if len(word) >= _LONG_WORD and not is_body(word)]


def _same(name: _Name, party: _Name) -> bool:
    if name.keys and party.keys:
        return bool(name.keys & party.keys)
    if name.whole & party.whole:
        return True
    if name.words or party.words:
        return bool((name.words or name.surnames) & (party.words or party.surnames))
    if name.surnames & party.surnames:
        return _compatible(name.given, party.given)
    return not name.given and not name.whole.isdisjoint(party.given)


def _compatible(given: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether forenames may be of one person: the first alike or its initial, or one of them alike."""
    if not given or not others:
        return True
    first, other = given[0], others[0]
    if first[:1] == other[:1] and (first == other or min(len(first), len(other)) == 1):
        return True
    return any(len(one) > 1 and one in others for one in given)


def _forms(name: str) -> Iterator[str]:
    """Yield a name as it stands and as it may be in the nominative: in Cyrillic, and without a German genitive."""
    yield name
    if (name.endswith("s") and len(name) >= _SHORTEST) or name.endswith(("’", "'")):
        yield name[:-1]
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
