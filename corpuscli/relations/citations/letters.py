"""All letters of a corpus, found by what citations say of them; every look-up takes the time of its answer."""

from __future__ import annotations

from dataclasses import field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from corpuscli.errors import DateError
from corpuscli.model.values import dataclass
from corpuscli.relations.citations.known import files, leaves
from corpuscli.relations.citations.persons import Persons
from corpuscli.text.dates.edtf import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.model.date import Date
    from corpuscli.model.person import Person
    from corpuscli.relations.citations.known import Known

LONG = 31
"""Days: a letter whose date says less is no candidate for a day."""
MOST = 50
"""So many letters of one file or leaf are named: where more are kept, a citation of it says nothing of a letter."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A letter kept in a file of an archive, on some leaves; none where its source names none."""

    letter: str
    leaves: frozenset[int]


class Citable(Protocol):
    """Letters that are found by what citations say of them."""

    @property
    def persons(self) -> Persons:
        """Who is meant by a name."""
        ...

    @property
    def old_style(self) -> bool:
        """Whether the corpus is of letters that may be dated by the Julian calendar."""
        ...

    def known(self, letter: str) -> Known | None:
        """The letter of an id, None where there is none."""
        ...

    def of_day(self, day: date) -> Iterable[tuple[Known, int]]:
        """The letters that may be of a day, each with how many days its date may mean."""
        ...

    def numbered(self, edition: str, number: str) -> list[str]:
        """The letters that have a number in an edition."""
        ...

    def called(self, own: str) -> list[str]:
        """The letters that their edition calls so."""
        ...

    def kept_in(self, file: str, *, leafless: bool) -> list[Kept]:
        """The letters kept in a file, or those of them whose source names no leaf; at most ``MOST``."""
        ...

    def kept_on(self, file: str, asked: Iterable[int]) -> Iterator[Kept]:
        """The letters kept on one or more of some leaves of a file; one on several comes as often."""
        ...


@dataclass(slots=True)
class Letters:
    """The letters of a corpus, in memory: asked of all of them, it is the fastest way.

    Args:
        people: The register people.yaml.
        old_style: The corpus is of letters that may be dated by the Julian calendar.
    """

    people: tuple[Person, ...] = ()
    old_style: bool = False
    _by_id: dict[str, Known] = field(default_factory=dict[str, "Known"])
    _days: dict[date, list[tuple[Known, int]]] = field(default_factory=dict[date, "list[tuple[Known, int]]"])
    _leaves: dict[tuple[str, int], list[Kept]] = field(default_factory=dict[tuple[str, int], list[Kept]])
    _files: dict[str, list[Kept]] = field(default_factory=dict[str, list[Kept]])
    _leafless: dict[str, list[Kept]] = field(default_factory=dict[str, list[Kept]])
    _numbers: dict[tuple[str, str], list[str]] = field(default_factory=dict[tuple[str, str], list[str]])
    _own: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    persons: Persons = field(init=False)

    def __post_init__(self) -> None:
        self.persons = Persons(self.people)

    def add(self, letter: Known) -> None:
        """Take a letter in."""
        self._by_id[letter.id] = letter
        if letter.number:
            self._numbers.setdefault((letter.edition, letter.number), []).append(letter.id)
        if letter.own:
            self._own.setdefault(letter.own, []).append(letter.id)
        for file, written in files(letter.kept):
            kept = Kept(letter.id, leaves(written))
            self._files.setdefault(file, []).append(kept)
            if not kept.leaves:
                self._leafless.setdefault(file, []).append(kept)
            for leaf in kept.leaves:
                self._leaves.setdefault((file, leaf), []).append(kept)
        for day, days in days_of(letter):
            self._days.setdefault(day, []).append((letter, days))

    def known(self, letter: str) -> Known | None:
        """The letter of an id, None where there is none."""
        return self._by_id.get(letter)

    def of_day(self, day: date) -> Iterable[tuple[Known, int]]:
        """The letters that may be of a day, each with how many days its date may mean."""
        return self._days.get(day, ())

    def numbered(self, edition: str, number: str) -> list[str]:
        """The letters that have a number in an edition."""
        return self._numbers.get((edition, number), [])

    def called(self, own: str) -> list[str]:
        """The letters that their edition calls so."""
        return self._own.get(own, [])

    def kept_in(self, file: str, *, leafless: bool) -> list[Kept]:
        """The letters kept in a file, or those of them whose source names no leaf; at most ``MOST``."""
        return (self._leafless if leafless else self._files).get(file, [])[:MOST]

    def kept_on(self, file: str, asked: Iterable[int]) -> Iterator[Kept]:
        """The letters kept on one or more of some leaves of a file; one on several comes as often."""
        for leaf in asked:
            yield from self._leaves.get((file, leaf), ())[:MOST]


def days_of(letter: Known) -> Iterator[tuple[date, int]]:
    """Yield the days that a letter may be of, each with how many there are; none of one that says less than a month."""
    when = date_of(letter)
    if when is not None and when.earliest is not None and when.latest is not None:
        days = (when.latest - when.earliest).days + 1
        for day in range(days if days <= LONG else 0):
            yield when.earliest + timedelta(day), days


def date_of(letter: Known) -> Date | None:
    """Return a letter's date; None where it has none that can be read."""
    try:
        found = parse_edtf(letter.date)
    except DateError:
        return None
    return None if found.undated else found
