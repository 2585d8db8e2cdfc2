"""All letters of a corpus, found by what citations say of them, on disk: in the same memory however many there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from corpuscli.relations.citations.known import Known, files, leaves
from corpuscli.relations.citations.letters import MOST, Kept, days_of
from corpuscli.relations.citations.persons import Persons
from corpuscli.store.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from corpuscli.model.person import Person


class SpooledLetters:
    """The letters of a corpus; see ``Letters``, which answers alike and holds them in memory.

    Args:
        people: The register people.yaml.
        letters: The letters, read once.
        old_style: The corpus is of letters that may be dated by the Julian calendar.

    Raises:
        WriteError: The disk for temporary files is full.
    """

    def __init__(self, people: tuple[Person, ...], letters: Iterable[Known], *, old_style: bool = False) -> None:
        self.persons = Persons(people)
        self.old_style = old_style
        self._spool = Spool()
        for letter in letters:
            self._spool.put(_entries(letter))
        self._spool.settle()

    def known(self, letter: str) -> Known | None:
        """The letter of an id, None where there is none; of several the last, as in ``Letters``."""
        found = self._spool.of(f"id {letter}")
        return Known.of(json.loads(found[-1]), letter) if found else None

    def of_day(self, day: date) -> Iterator[tuple[Known, int]]:
        """The letters that may be of a day, each with how many days its date may mean."""
        for said in self._spool.of(f"day {day.toordinal()}"):
            days, _, letter = said.partition(" ")
            known = self.known(letter)
            if known is not None:
                yield known, int(days)

    def numbered(self, edition: str, number: str) -> list[str]:
        """The letters that have a number in an edition."""
        return self._spool.of(_number(edition, number))

    def called(self, own: str) -> list[str]:
        """The letters that their edition calls so."""
        return self._spool.of(f"own {own}")

    def kept_in(self, file: str, *, leafless: bool) -> list[Kept]:
        """The letters kept in a file, or those of them whose source names no leaf; at most ``MOST``."""
        return [_kept(said) for said in self._spool.of(f"{'leafless' if leafless else 'file'} {file}", MOST)]

    def kept_on(self, file: str, asked: Iterable[int]) -> Iterator[Kept]:
        """The letters kept on one or more of some leaves of a file; one on several comes as often."""
        for leaf in asked:
            yield from (_kept(said) for said in self._spool.of(f"leaf {leaf} {file}", MOST))

    def close(self) -> None:
        """Give the disk back."""
        self._spool.close()


def _entries(letter: Known) -> Iterator[tuple[str, str]]:
    """Yield what a letter is found by, and what is found."""
    yield f"id {letter.id}", json.dumps(letter.values(), ensure_ascii=False)
    if letter.number:
        yield _number(letter.edition, letter.number), letter.id
    if letter.own:
        yield f"own {letter.own}", letter.id
    for file, written in files(letter.kept):
        said = json.dumps([letter.id, written])
        on = leaves(written)
        yield f"file {file}", said
        if not on:
            yield f"leafless {file}", said
        yield from ((f"leaf {leaf} {file}", said) for leaf in on)
    for day, days in days_of(letter):
        yield f"day {day.toordinal()}", f"{days} {letter.id}"


def _number(edition: str, number: str) -> str:
    return f"number {json.dumps([edition, number])}"


def _kept(said: str) -> Kept:
    letter, written = json.loads(said)
    return Kept(letter, leaves(written))
