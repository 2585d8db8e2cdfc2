"""Letters that are named by day and persons: which letters of the corpus may be meant, and whether the words bind them.

Nothing is guessed. Whoever is named must be a party of the letter. Where nobody is, a letter of that day is meant when
it belongs to the same correspondence, or when the reader is sent to it (``vgl. den Brief vom ...``); else it is told as
a candidate only, because it may as well be a letter that the corpus does not hold.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from corpuscli.model.citation import Link
from corpuscli.model.values import dataclass
from corpuscli.relations.citations.calendar import is_cyrillic, new_style
from corpuscli.relations.citations.letters import date_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.model.citation import Citation
    from corpuscli.relations.citations.around import Around
    from corpuscli.relations.citations.known import Known
    from corpuscli.relations.citations.letters import Citable
    from corpuscli.relations.citations.persons import Persons

_OLD_STYLE = 0.6
"""How much less a day by the old calendar is believed, where the citation does not say which."""
_WEEK, _HALF_YEAR = 7, 183
"""Days: a letter dated less exactly than by a week is a candidate only where its parties are named; how far from its
letter a day without year may lie in a note."""
_BOTH, _ONE, _PAIR, _SENT, _LOOSE = 1.0, 0.9, 0.7, 0.5, 0.3
"""How far a letter of the day is believed: both parties named, one, the same correspondence, sent there, else."""
_UNNAMED = ("he", "she", "they")


@dataclass(frozen=True, slots=True)
class Parties:
    """Who wrote a letter and to whom, as far as is said: names, any of which is as good; none where nothing is said.

    Args:
        senders: Names of the writer.
        recipients: Names of whom he wrote to.
        third: Somebody else wrote it, of whom only ``his`` or ``her`` is said.
    """

    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    third: bool = False

    @property
    def belief(self) -> float:
        """How far they are believed to tell one letter."""
        return _BOTH if self.senders and self.recipients else _ONE if self.senders or self.recipients else 0.0


def dated(citation: Citation, citing: Known, letters: Citable, around: Around) -> tuple[list[Link], bool]:
    """Find the letters that a reference by day may mean.

    Args:
        citation: The reference; ``date``, ``person`` and ``recipient`` of its fields are looked at.
        citing: The letter it stands in.
        letters: All letters.
        around: The words around it.

    Returns:
        The candidates, and whether the words bind them: one that is bound is the letter that is meant.
    """
    parties, persons = _parties(citation, citing, around), letters.persons
    old = letters.old_style or citing.old_style or is_cyrillic(citation.raw)
    found: dict[str, tuple[float, Known, int]] = {}
    for day, belief in _days(str(citation.fields.get("date") or ""), citing, mutual=_mutual(citation)):
        for one, days in letters.of_day(day):
            if one.id == citing.id or (belief < 1 and not (old or one.old_style)):
                continue
            if _may_be(one, parties, persons) and belief / days > found.get(one.id, (0.0,))[0]:
                found[one.id] = belief / days, one, days
    exact = [entry for entry in found.values() if entry[2] <= _WEEK]
    kept = exact or [entry for entry in found.values() if parties.belief == _BOTH]
    bound = [_belief(one, parties, citing, persons, around) for _, one, _ in kept]
    links = [
        Link(one.id, "date", round(share * belief / len(kept), 2))
        for (belief, one, _), share in zip(kept, bound, strict=True)
    ]
    return links, all(share > _LOOSE for share in bound)


def _parties(citation: Citation, citing: Known, around: Around) -> Parties:
    person, recipient = (str(citation.fields.get(key) or "") for key in ("person", "recipient"))
    to = (recipient,) if recipient else ()
    if person == "you":
        return Parties(citing.recipients, to or citing.senders)
    if person in ("I", "we"):
        return Parties(citing.senders, to or citing.recipients)
    if person and person not in _UNNAMED:
        return Parties((person,), to)
    writer = around.writer
    return Parties((writer,) if writer else (), to, third=bool(person) and not writer)


def _mutual(citation: Citation) -> bool:
    return citation.fields.get("person") in ("you", "I", "we")


def _may_be(one: Known, parties: Parties, persons: Persons) -> bool:
    return (not parties.senders or persons.mean(parties.senders, one.senders)) and (
        not parties.recipients or persons.mean(parties.recipients, one.recipients)
    )


def _belief(one: Known, parties: Parties, citing: Known, persons: Persons, around: Around) -> float:
    """How far a letter of the day, whose parties may be those that are named, is the one that is meant."""
    if parties.third:
        named = any(persons.named(sender, around.sentence) for sender in one.senders)
        return parties.belief or _PAIR if named else _LOOSE
    if parties.belief:
        return parties.belief
    if around.sends:
        return _SENT
    if one.date == citing.date:
        return _LOOSE  # the citing letter itself may be meant
    there = persons.mean(one.senders, citing.senders) and persons.mean(one.recipients, citing.recipients)
    back = persons.mean(one.senders, citing.recipients) and persons.mean(one.recipients, citing.senders)
    return _PAIR if there or back else _LOOSE


def _days(written: str, citing: Known, *, mutual: bool) -> Iterator[tuple[date, float]]:
    """Yield the days that a date may mean and how far each is believed, by both calendars."""
    for meant in _gregorian(written, citing, mutual=mutual):
        yield meant, 1.0
        shifted = new_style(meant)
        if shifted is not None:
            yield shifted, _OLD_STYLE


def _gregorian(written: str, citing: Known, *, mutual: bool) -> Iterator[date]:
    """Yield the days of a date; one without year, or without century, lies near its letter.

    Of letters that the two wrote to each other it is the last such day before; of others, all within half a year.
    """
    year, month, day = [*written.split("-"), "", "", ""][:3]
    if not (month + day).isdecimal() or not (month and day):
        return
    if year.isdecimal():
        yield from _valid([int(year)], month, day)
        return
    when = date_of(citing)
    latest = None if when is None else when.latest or when.earliest
    if latest is None:
        return
    if year[2:].isdecimal():
        century = latest.year // 100 * 100
        near = [one for one in (century + int(year[2:]), century - 100 + int(year[2:])) if one <= latest.year + 1]
        yield from _valid(near[:1], month, day)
        return
    days = list(_valid(range(latest.year + 1, latest.year - 2, -1), month, day))
    if mutual:
        yield from [one for one in days if one <= latest][:1]
    else:
        yield from [one for one in days if abs((one - latest).days) <= _HALF_YEAR]


def _valid(years: Iterable[int], month: str, day: str) -> Iterator[date]:
    for year in years:
        try:
            yield date(year, int(month), int(day))
        except ValueError:
            continue
