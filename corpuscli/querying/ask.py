"""Asks a corpus for letters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpuscli.errors import DateError, InputError, UnknownNameError, UsageError
from corpuscli.querying.filters import Between, Facts, Named, named

if TYPE_CHECKING:
    from datetime import date

    from corpuscli.model.date import Date
    from corpuscli.store.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a letter must answer all of it; within one list any will do.

    Args:
        senders: Names, as printed or as any variant of the register.
        recipients: The same for recipients.
        persons: The same for either.
        since: The first day, as a date of any precision.
        until: The last day, as a date of any precision.
        certain: Whether a letter must lie there, not only may.
    """

    senders: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    certain: bool = False


@dataclass(slots=True)
class Answer:
    """The letters that answer, in the order of their dates, undated ones last.

    Args:
        letters: The letters.
        only_may: How many of them only may lie in the stretch of days.
        unread: What could not be read.
    """

    letters: list[Facts] = field(default_factory=list[Facts])
    only_may: int = 0
    unread: list[InputError] = field(default_factory=list[InputError])


def ask(corpus: Corpus, question: Question) -> Answer:
    """Find the letters that answer a question.

    Raises:
        UnknownNameError: A name that no letter and no person of the register bears, with the nearest.
        UsageError: A date that cannot be read.
    """
    asked = [
        [named(roles, name, corpus.people) for name in names]
        for roles, names in (
            (("senders",), question.senders),
            (("recipients",), question.recipients),
            (("senders", "recipients"), question.persons),
        )
    ]
    days = Between(_day(question.since, "since").earliest if question.since else None, _last(question.until))
    answer = Answer()
    everybody: list[Facts] = []
    for letter in corpus.letters():
        if isinstance(letter, InputError):
            answer.unread.append(letter)
            continue
        facts = Facts(letter)
        everybody.append(facts)
        if all(any(name.holds(facts) for name in names) for names in asked if names):
            _judge(answer, facts, days, question)
    for name in (name for names in asked for name in names):
        _check_known(name, everybody)
    answer.letters.sort(key=_order)
    return answer


def _judge(answer: Answer, facts: Facts, days: Between, question: Question) -> None:
    if question.since or question.until:
        certain = days.must(facts)
        if not certain and (question.certain or not days.may(facts)):
            return
        answer.only_may += not certain
    answer.letters.append(facts)


def _order(facts: Facts) -> tuple[bool, str, str, str]:
    when = facts.date
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return when.undated, first.isoformat() if first else "", last.isoformat() if last else "", facts.letter.id


def _day(text: str, flag: str) -> Date:
    from corpuscli.text.dates import parse_date

    try:
        return parse_date(text)
    except DateError as problem:
        raise UsageError(f"--{flag} {text!r}: {problem}") from None


def _last(text: str) -> date | None:
    return _day(text, "until").latest if text else None


def _check_known(name: Named, everybody: list[Facts]) -> None:
    if any(name.holds(facts) for facts in everybody):
        return
    from corpuscli.text.names import fold, surname
    from corpuscli.text.nearest import nearest

    parties = {party for facts in everybody for role in name.roles for party in facts.letter.all(role)}
    known = {fold(surname(party)): party for party in sorted(parties)}
    close = tuple(known[best] for best in nearest(fold(name.name), known))
    kind = name.roles[0].removesuffix("s") if len(name.roles) == 1 else "person"
    raise UnknownNameError(kind, name.name, close or nearest(name.name, parties))
