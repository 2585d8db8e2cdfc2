"""Says of a citation what it points to in the corpus; nothing is guessed, all candidates are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from corpuscli.model.citation import Link
from corpuscli.relations.citations.known import files, leaves
from corpuscli.relations.citations.letters import date_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpuscli.model.citation import Citation
    from corpuscli.relations.citations.known import Known
    from corpuscli.relations.citations.letters import Citable

NEW_STYLE = date(1918, 2, 14)
"""The first day that Russia counted by the Gregorian calendar."""
_CALENDARS_APART = ((date(1900, 3, 13), 13), (date(1800, 3, 12), 12), (date(1700, 3, 11), 11))
"""From which day (Gregorian) on the calendars lie how many days apart (Grotefend 1898)."""
SAME_LEAF, OVERLAPPING, SAME_FILE = ("same-leaf", 1.0), ("overlapping-leaves", 0.7), ("same-file", 0.3)
"""The three strengths of a common source, each with the confidence that the very letter is meant."""
_OLD_STYLE = 0.6
"""How much less a day by the old calendar is believed, where the citation does not say which."""


def resolve(citation: Citation, citing: str, letters: Citable) -> Citation:
    """Return the citation with its targets, and the state they give it.

    An archival citation keeps its state; its targets are the letters kept on the same leaves, then those on
    overlapping ones, then, where it or the letter's source names no leaf, those of the same file. A document number, a
    note or a letter is resolved when one letter answers, ambiguous when several do, dangling when none does.

    Args:
        citation: The citation.
        citing: The id of the letter it stands in.
        letters: All letters.
    """
    if citation.kind == "archive":
        return _pointing(citation, _kept_there(citation, citing, letters))
    find = _FINDERS.get(citation.kind)
    known = letters.known(citing)
    if find is None or known is None:
        return citation
    links = find(citation, known, letters)
    if links is None:
        return replace(citation, state="resolved")
    state = "dangling" if not links else "resolved" if len(links) == _asked(citation) else "ambiguous"
    return replace(_pointing(citation, links), state=state)


def _pointing(citation: Citation, links: Iterable[Link]) -> Citation:
    """Return the citation with its links, the likeliest first, each letter once."""
    best: dict[str, Link] = {}
    for link in links:
        if link.letter not in best or link.confidence > best[link.letter].confidence:
            best[link.letter] = link
    if not best:
        return citation
    ordered = tuple(sorted(best.values(), key=lambda link: (-link.confidence, link.letter)))
    return replace(citation, targets=tuple(link.letter for link in ordered), links=ordered)


def _asked(citation: Citation) -> int:
    """How many letters a citation names."""
    numbers = citation.fields.get("number")
    return len(numbers) if citation.kind == "document" and isinstance(numbers, tuple) else 1


def _kept_there(citation: Citation, citing: str, letters: Citable) -> Iterator[Link]:
    for file, written in files(citation.ids):
        asked = leaves(written)
        for there in letters.kept_on(file, asked):
            if there.letter != citing:
                yield Link(there.letter, *(SAME_LEAF if there.leaves == asked else OVERLAPPING))
        for there in letters.kept_in(file, leafless=bool(asked)):
            if there.letter != citing:
                yield Link(there.letter, *SAME_FILE)


def _documents(citation: Citation, citing: Known, letters: Citable) -> list[Link] | None:
    numbers = citation.fields.get("number") or ()
    return _numbered(numbers if isinstance(numbers, tuple) else (numbers,), citing, letters)


def _numbered(numbers: tuple[str, ...], citing: Known, letters: Citable) -> list[Link]:
    """The letters of the citing one's edition that have the numbers; none where one number is missing."""
    found: dict[str, Link] = {}
    for number in numbers:
        same = letters.numbered(citing.edition, number)
        if not same:
            return []
        found |= {one: Link(one, "number", round(1 / len(same), 2)) for one in same}
    return list(found.values())


def _notes(citation: Citation, citing: Known, letters: Citable) -> list[Link] | None:
    """None for a note of the citing letter; a note of another document is found in its letter."""
    numbers = citation.fields.get("number") or ()
    labels = numbers if isinstance(numbers, tuple) else (numbers,)
    document = citation.fields.get("document")
    if not document:
        return None if set(citing.notes).issuperset(labels) else []
    there = _numbered((str(document),), citing, letters)
    said = ((one, letters.known(one.letter)) for one in there)
    return [Link(one.letter, "note", one.confidence) for one, it in said if it and set(it.notes) >= set(labels)]


def _dated(citation: Citation, citing: Known, letters: Citable) -> list[Link] | None:
    called = citation.fields.get("id")
    if called:
        same = letters.called(str(called))
        return [Link(one, "id", round(1 / len(same), 2)) for one in same]
    senders, recipients = _parties(citation, citing, letters)
    found: dict[str, float] = {}
    for day, belief in _days(str(citation.fields.get("date") or ""), citing):
        for one, days in letters.of_day(day):
            if (
                one.id != citing.id
                and (not senders or senders & letters.persons.of(one.senders))
                and (not recipients or recipients & letters.persons.of(one.recipients))
            ):
                found[one.id] = max(found.get(one.id, 0.0), belief / days)
    known = 1.0 if senders and recipients else 0.9 if senders or recipients else 0.5
    return [Link(one, "date", round(known * belief / len(found), 2)) for one, belief in found.items()]


def _parties(citation: Citation, citing: Known, letters: Citable) -> tuple[frozenset[str], frozenset[str]]:
    """Who wrote the letter that is named and to whom, as far as is said."""
    person, recipient = (str(citation.fields.get(key) or "") for key in ("person", "recipient"))
    of = letters.persons.of
    if person == "you":
        return of(citing.recipients), of(citing.senders)
    senders = (
        of(citing.senders) if person in ("I", "we") else of(_names(person)) if _named(person) else frozenset[str]()
    )
    return senders, of([recipient]) if recipient else frozenset()


def _names(person: str) -> list[str]:
    """Return a name, and the same without the ``s`` that a German genitive may have."""
    return [person, *([person[:-1]] if person.endswith("s") else [])]


def _named(person: str) -> bool:
    return person[:1].isupper()


def _days(written: str, citing: Known) -> Iterator[tuple[date, float]]:
    """Yield the days that a date may mean and how far each is believed, by both calendars while Russia had the old one.

    A date without year is of the year of the citing letter, or of the one before where it would be later.
    """
    year, month, day = [*written.split("-"), "", "", ""][:3]
    latest: date | None = None
    if not year.isdecimal():
        when = date_of(citing)
        latest = None if when is None else when.latest or when.earliest
    if not (month + day).isdecimal() or not (month and day) or (latest is None and not year.isdecimal()):
        return
    years = (latest.year, latest.year - 1) if latest is not None else (int(year),)
    for one in years:
        try:
            meant = date(one, int(month), int(day))
        except ValueError:
            continue
        if latest is not None and meant > latest:
            continue
        yield meant, 1.0
        if meant < NEW_STYLE:
            apart = next((days for since, days in _CALENDARS_APART if meant >= since), 10)
            yield meant + timedelta(apart), _OLD_STYLE
        return


_FINDERS: dict[str, Callable[[Citation, Known, Citable], list[Link] | None]] = {
    "document": _documents,
    "note": _notes,
    "letter": _dated,
}
