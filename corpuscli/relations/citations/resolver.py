"""Says of a citation what it points to in the corpus; nothing is guessed, all candidates are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from corpuscli.relations.citations.known import files, leaves, surnames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpuscli.model.citation import Citation
    from corpuscli.relations.citations.known import Known, Letters

NEW_STYLE = date(1918, 2, 14)
"""The first day that Russia counted by the Gregorian calendar."""
_CALENDARS_APART = ((date(1900, 3, 13), 13), (date(1800, 3, 12), 12), (date(1700, 3, 11), 11))
"""From which day (Gregorian) on the calendars lie how many days apart (Grotefend 1898)."""
_LONG = 31
"""Days: a letter whose date says less is no candidate for a day."""


def resolve(citation: Citation, citing: str, letters: Letters) -> Citation:
    """Return the citation with its targets, and the state they give it.

    An archival citation keeps its state; its targets are the letters kept on the same leaf, then those on overlapping
    leaves, then, where it names no leaf, those of the same file. A document number, a note or a letter is resolved
    when one letter answers, ambiguous when several do, dangling when none does.

    Args:
        citation: The citation.
        citing: The id of the letter it stands in.
        letters: All letters.
    """
    if citation.kind == "archive":
        return replace(citation, targets=tuple(_kept_there(citation, citing, letters)))
    find = _FINDERS.get(citation.kind)
    known = letters.by_id.get(citing)
    if find is None or known is None:
        return citation
    targets = find(citation, known, letters)
    if targets is None:
        return replace(citation, state="resolved")
    state = "dangling" if not targets else "resolved" if len(targets) == _asked(citation) else "ambiguous"
    return replace(citation, state=state, targets=targets)


def _asked(citation: Citation) -> int:
    """How many letters a citation names."""
    numbers = citation.fields.get("number")
    return len(numbers) if citation.kind == "document" and isinstance(numbers, tuple) else 1


def _kept_there(citation: Citation, citing: str, letters: Letters) -> Iterator[str]:
    found: dict[str, int] = {}
    for file, written in files(citation.ids):
        asked = leaves(written)
        for there, letter in letters.by_file.get(file, ()):
            strength = 0 if asked == there else 1 if asked & there else 2
            if letter != citing and (strength < 2 or not asked):  # noqa: PLR2004 - the three strengths
                found[letter] = min(strength, found.get(letter, strength))
    return iter(sorted(found, key=lambda letter: (found[letter], letter)))


def _documents(citation: Citation, citing: Known, letters: Letters) -> tuple[str, ...] | None:
    numbers = citation.fields.get("number") or ()
    return _numbered(numbers if isinstance(numbers, tuple) else (numbers,), citing, letters)


def _numbered(numbers: tuple[str, ...], citing: Known, letters: Letters) -> tuple[str, ...]:
    """The letters of the citing one's edition that have the numbers; none where one number is missing."""
    found: list[str] = []
    for number in numbers:
        same = [one.id for one in letters.by_number.get(number, ()) if one.edition == citing.edition]
        if not same:
            return ()
        found += same
    return tuple(dict.fromkeys(found))


def _notes(citation: Citation, citing: Known, letters: Letters) -> tuple[str, ...] | None:
    """None for a note of the citing letter; a note of another document is found in its letter."""
    numbers = citation.fields.get("number") or ()
    labels = numbers if isinstance(numbers, tuple) else (numbers,)
    document = citation.fields.get("document")
    if not document:
        return None if citing.notes.issuperset(labels) else ()
    there = _numbered((str(document),), citing, letters)
    return tuple(one for one in there if letters.by_id[one].notes.issuperset(labels))


def _dated(citation: Citation, citing: Known, letters: Letters) -> tuple[str, ...] | None:
    senders, recipients = _parties(citation, citing)
    days = tuple(_days(str(citation.fields.get("date") or ""), citing))
    return tuple(
        sorted(
            one.id
            for one in letters.by_id.values()
            if one.id != citing.id
            and (not senders or senders & one.senders)
            and (not recipients or recipients & one.recipients)
            and any(_may_be_of(one, day) for day in days)
        )
    )


def _parties(citation: Citation, citing: Known) -> tuple[frozenset[str], frozenset[str]]:
    """Who wrote the letter that is named and to whom, as far as is said."""
    person, recipient = (str(citation.fields.get(key) or "") for key in ("person", "recipient"))
    if person == "you":
        return citing.recipients, citing.senders
    senders = citing.senders if person == "I" else surnames([person]) if person else frozenset[str]()
    return senders, surnames([recipient]) if recipient else frozenset()


def _days(written: str, citing: Known) -> Iterator[date]:
    """Yield the days that a date may mean, by both calendars while Russia had the old one.

    A date without year is of the year of the citing letter, or of the one before where it would be later.
    """
    if len(written) != len("1921-03-10") or citing.date is None:
        return
    year, month, day = written.split("-")
    latest = citing.date.latest or citing.date.earliest
    if not (month + day).isdecimal() or latest is None:
        return
    years = (int(year),) if year.isdecimal() else (latest.year, latest.year - 1)
    for one in years:
        try:
            meant = date(one, int(month), int(day))
        except ValueError:
            continue
        if not year.isdecimal() and meant > latest:
            continue
        yield meant
        if meant < NEW_STYLE:
            apart = next((days for since, days in _CALENDARS_APART if meant >= since), 10)
            yield meant + timedelta(apart)
        return


def _may_be_of(one: Known, day: date) -> bool:
    if one.date is None or one.date.earliest is None or one.date.latest is None:
        return False
    if (one.date.latest - one.date.earliest).days >= _LONG:
        return False
    return one.date.earliest <= day <= one.date.latest


_FINDERS: dict[str, Callable[[Citation, Known, Letters], tuple[str, ...] | None]] = {
    "document": _documents,
    "note": _notes,
    "letter": _dated,
}
