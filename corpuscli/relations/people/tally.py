"""Who wrote and who received how many letters, by the names that stand in them."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.errors import DateError, InputError
from corpuscli.model.values import dataclass
from corpuscli.relations.people.likeness import likely
from corpuscli.text.dates import parse_edtf
from corpuscli.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from corpuscli.model.letter import Letter
    from corpuscli.model.person import Person
    from corpuscli.relations.people.register import Register

UNKNOWN = "Unknown"
"""The name of an unknown party (DESIGN section 2): nobody's, and never proposed."""


@dataclass(slots=True)
class Count:
    """The letters of one person or name.

    Args:
        name: The name to show.
        people: Whom the register gives the name to: one person, several, or none.
        sent: Letters written.
        received: Letters received.
        first: The first day of any of them that is known.
        last: The last one.
        spellings: Letters by each spelling in them.
    """

    name: str
    people: tuple[Person, ...] = ()
    sent: int = 0
    received: int = 0
    first: date | None = None
    last: date | None = None
    spellings: dict[str, int] = field(default_factory=dict[str, int])

    @property
    def letters(self) -> int:
        """Letters written or received."""
        return self.sent + self.received

    def meet(self, days: tuple[date | None, date | None]) -> None:
        """Take a letter's days into the span."""
        first, last = days
        if first is not None and (self.first is None or first < self.first):
            self.first = first
        if last is not None and (self.last is None or last > self.last):
            self.last = last


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of a corpus.

    Args:
        counts: Of every person of the register and every name beside it, most letters first.
        unread: The letters that could not be read.
    """

    counts: tuple[Count, ...]
    unread: tuple[InputError, ...]

    @property
    def unknown(self) -> tuple[Count, ...]:
        """Names that the register does not give to exactly one person."""
        return tuple(count for count in self.counts if len(count.people) != 1 and count.name != UNKNOWN)

    def named(self, register: Register, words: str) -> tuple[Count, ...]:
        """Return the counts of whom the words name: by whole name, else by surname, or all names with these words.

        Raises:
            UnknownNameError: Nobody is called so.
        """
        same = tuple(count for count in self.counts if not count.people and fold(count.name) == fold(words))
        if same:
            return same
        whole, asked = register.called(words), set(fold(words).split())
        part = [count for count in self.counts if not whole and _bears(count, asked)]
        names = [count.name for count in self.counts]
        persons = whole or (register.by_surname.get(fold(words), ()) if part else register.meant(words, names))
        keys = {person.key for person in persons}
        known = [count for count in self.counts if len(count.people) == 1 and count.people[0].key in keys]
        return (*known, *part)


def _bears(count: Count, words: set[str]) -> bool:
    """Tell whether a name that the register does not know has all of some folded words, as a filter's name has."""
    return not count.people and count.name != UNKNOWN and bool(words) and words <= set(fold(count.name).split())


def tally(letters: Iterable[Letter | InputError], register: Register) -> Tally:
    """Count the letters of every person of the register and of every name that it does not know."""
    by_name: dict[str, Count] = {}
    by_key = {person.key: Count(person.name, (person,)) for person in register.people}
    unread: list[InputError] = []
    for letter in letters:
        if isinstance(letter, InputError):
            unread.append(letter)
            continue
        days = _days(letter)
        for key in ("senders", "recipients"):
            for name in letter.all(key):
                count = by_name.get(name)
                if count is None:
                    count = by_name[name] = _count(name, by_key, register)
                count.sent += key == "senders"
                count.received += key == "recipients"
                count.spellings[name] = count.spellings.get(name, 0) + 1
                count.meet(days)
    found = sorted(by_key.values(), key=lambda count: (-count.letters, fold(count.name), count.name))
    return Tally(tuple(found), tuple(unread))


def _count(name: str, by_key: dict[str, Count], register: Register) -> Count:
    """Return the count that a name belongs to: its person's, or that of all spellings that fold alike."""
    people = register.resolve(name)
    key = people[0].key if len(people) == 1 else f"\0{fold(name) or name}"
    return by_key.setdefault(key, Count(name, people))


def _days(letter: Letter) -> tuple[date | None, date | None]:
    """Return the first and last day that the letter may be of."""
    try:
        when = parse_edtf(letter.get("date"))
    except DateError:
        return None, None
    return when.earliest, when.latest


def proposals(count: Count, register: Register) -> tuple[str, ...]:
    """Return the keys of the persons that an unknown or ambiguous name may mean, the likeliest first."""
    if count.name == UNKNOWN or len(count.people) == 1:
        return ()
    if count.people:
        return tuple(person.key for person in count.people)
    keys = {name: person.key for person in register.people for name in person.names}
    return tuple(dict.fromkeys(keys[found.name] for found in likely(count.name, keys, most=5)))
