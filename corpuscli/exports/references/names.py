"""Names of persons and bodies, parted as bibliographies want them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass
from corpuscli.text.names import is_body, surname

if TYPE_CHECKING:
    from corpuscli.relations.people.register import Register

UNKNOWN = "Unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name.

    Args:
        printed: As the letter has it.
        family: The surname; empty for a body, or where the name cannot be parted.
        given: Initials or first names.
        particle: ``von``, ``de`` and the like, between them.
    """

    printed: str
    family: str = ""
    given: str = ""
    particle: str = ""

    @property
    def inverted(self) -> str:
        """``Chicherin, G. V.``; a body as it is printed."""
        if not self.family:
            return self.printed
        given = " ".join(filter(None, (self.given, self.particle)))
        return f"{self.family}, {given}" if given else self.family

    @property
    def straight(self) -> str:
        """The name as it stands in a sentence: ``Schnitzler, Arthur`` turned round, any other as it is printed."""
        turned = "," in self.printed and self.family
        return " ".join(filter(None, (self.given, self.particle, self.family))) if turned else self.printed


def name_of(printed: str, register: Register) -> Name:
    """Part a name; a body, and a name that cannot be parted with certainty, stays whole.

    >>> from corpuscli.relations.people.register import Register
    >>> for name in ("G. V. Chicherin", "Schnitzler, Arthur", "Stalin I. V.", "Hugo von Hofmannsthal", "Politburo"):
    ...     name_of(name, Register(())).inverted
    'Chicherin, G. V.'
    'Schnitzler, Arthur'
    'Stalin, I. V.'
    'Hofmannsthal, Hugo von'
    'Politburo'
    """
    meant = register.resolve(printed)
    if is_body(printed) or any(person.body for person in meant):
        return Name(printed)
    before, comma, after = printed.partition(",")
    if comma:
        return Name(printed, before.strip(), after.strip()) if before.strip() and after.strip() else Name(printed)
    family = surname(printed)
    words = printed.split()
    if family not in words:
        return Name(printed)
    at = words.index(family)
    if at == 0:
        return Name(printed, family, " ".join(words[1:]))
    if at != len(words) - 1:
        return Name(printed)
    first = next((index for index, word in enumerate(words[:at]) if word.islower()), at)
    return Name(printed, family, " ".join(words[:first]), " ".join(words[first:at]))


def names_of(printed: tuple[str, ...], register: Register) -> tuple[Name, ...]:
    """Part the names of a party; nobody where it is not known."""
    return tuple(name_of(name, register) for name in printed if name != UNKNOWN)


def cyrillic(name: Name, register: Register) -> Name:
    """Return the spelling in Cyrillic letters that the register knows for a name, else the name itself.

    A spelling that says less than the name (without its initials) is none.
    """
    meant = register.resolve(name.printed)
    if len(meant) != 1:
        return name
    spelt = (name_of(one, register) for one in meant[0].names if in_cyrillic(one))
    return next((one for one in spelt if one.given or not name.given), name)


def in_cyrillic(words: str) -> bool:
    """Tell whether a letter is Cyrillic."""
    return any("\u0400" <= letter <= "\u04ff" for letter in words)
