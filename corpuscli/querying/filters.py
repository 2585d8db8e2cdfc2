"""What may be asked of a letter, and the three answers: it does, it may, it does not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.text.dates import may_lie, must_lie, parse_edtf

if TYPE_CHECKING:
    from datetime import date

    from corpuscli.model.date import Date
    from corpuscli.model.letter import Letter
    from corpuscli.model.person import Person

UNDATED = parse_edtf("XXXX")


@dataclass(frozen=True)
class Facts:
    """A letter and what filters and rows need to know of it, found when first asked for."""

    letter: Letter

    @cached_property
    def date(self) -> Date:
        """The date; that of an undated letter where it cannot be read (lint reports it)."""
        return read_date(self.letter.get("date"))

    @cached_property
    def words(self) -> int:
        """The words between blanks of the text, notes not counted."""
        return len(self.letter.text.of(self.letter.source).split())

    @cached_property
    def senders(self) -> tuple[str, ...]:
        """The senders as folded keys."""
        from corpuscli.text.names import fold

        return tuple(fold(name) for name in self.letter.all("senders"))

    @cached_property
    def recipients(self) -> tuple[str, ...]:
        """The recipients as folded keys."""
        from corpuscli.text.names import fold

        return tuple(fold(name) for name in self.letter.all("recipients"))


@lru_cache(maxsize=4096)
def read_date(text: str) -> Date:
    """Read a stored date; one that cannot be read counts as undated."""
    try:
        return parse_edtf(text)
    except DateError:
        return UNDATED


@dataclass(frozen=True, slots=True)
class Named:
    """Asks for a party.

    Args:
        roles: Of senders and recipients, which count.
        name: The name as asked.
        keys: Folded spellings, any of which will do: the name's own and those of the persons who bear it.
    """

    roles: tuple[str, ...]
    name: str
    keys: tuple[str, ...]

    def holds(self, facts: Facts) -> bool:
        """Tell whether one party of the letter bears the name."""
        parties = [key for role in self.roles for key in getattr(facts, role)]
        return any(bears(party, key) for party in parties for key in self.keys)


def bears(party: str, asked: str) -> bool:
    """Tell whether the words asked for all stand in a party's folded name.

    >>> from corpuscli.text.names import fold
    >>> bears(fold("G. V. Chicherin"), fold("Чичерин")), bears(fold("L. B. Kamenev"), fold("S. S. Kamenev"))
    (True, False)
    """
    return bool(asked) and set(asked.split()) <= set(party.split())


def named(roles: tuple[str, ...], name: str, people: tuple[Person, ...]) -> Named:
    """Ask for a name, as printed or as any variant of the persons in the register who bear it."""
    from corpuscli.text.names import fold

    own = fold(name)
    spelt = {own}
    for person in people:
        keys = [fold(spelling) for spelling in person.names]
        if person.key == name or any(bears(key, own) for key in keys):
            spelt.update(keys)
    return Named(roles, name, tuple(sorted(spelt)))


@dataclass(frozen=True, slots=True)
class Between:
    """Asks for letters that may lie from the first to the last day, both counted; None leaves an end open."""

    first: date | None
    last: date | None

    def may(self, facts: Facts) -> bool:
        """Tell whether the letter may lie there."""
        return may_lie(facts.date, self.first, self.last)

    def must(self, facts: Facts) -> bool:
        """Tell whether the letter certainly lies there."""
        return must_lie(facts.date, self.first, self.last)
