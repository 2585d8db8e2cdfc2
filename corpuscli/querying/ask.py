"""Asks a corpus for letters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.querying.facts import Facts
from corpuscli.querying.missed import Missed
from corpuscli.querying.tree import Many, Node

if TYPE_CHECKING:
    from corpuscli.store.corpus import Corpus

EVERY = Many()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Args:
        tree: The tests; every letter answers an empty one.
        certain: Whether a letter must answer, not only may.
    """

    tree: Node = EVERY
    certain: bool = False

    def __str__(self) -> str:
        said = str(self.tree) or "all letters"
        return f"{said} (certainly)" if self.certain else said


@dataclass(slots=True)
class Answer:
    """The letters that answer, in the order of their dates, undated ones last.

    Args:
        letters: The letters.
        only_may: How many of them only may answer, their dates being uncertain.
        unread: What could not be read.
        why_empty: Why there is none, where that can be said.
    """

    letters: list[Facts] = field(default_factory=list[Facts])
    only_may: int = 0
    unread: list[InputError] = field(default_factory=list[InputError])
    why_empty: str = ""

    def remarks(self) -> list[str]:
        """Say what a reader of the answer should know."""
        said = [self.why_empty] if self.why_empty else []
        if self.only_may:
            said.append(f"{self.only_may} of {len(self.letters)} only may lie there; --certain leaves them out.")
        return said


def ask(corpus: Corpus, question: Question) -> Answer:
    """Find the letters that answer a question.

    Raises:
        UnknownNameError: A person, place, tag or type that no letter has, with the nearest.
    """
    answer = Answer()
    missed = Missed(question.tree)
    may_only = 0
    for letter in corpus.letters():
        if isinstance(letter, InputError):
            answer.unread.append(letter)
            continue
        facts = Facts(letter)
        missed.see(facts)
        verdict = question.tree.judge(facts)
        may_only += verdict.may and not verdict.must
        if verdict.must or (verdict.may and not question.certain):
            answer.letters.append(facts)
            answer.only_may += not verdict.must
    missed.check()
    if not answer.letters and may_only:
        answer.why_empty = f"{may_only} may lie there, none certainly: leave out --certain"
    answer.letters.sort(key=_order)
    return answer


def _order(facts: Facts) -> tuple[bool, str, str, str]:
    when = facts.date
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return when.undated, first.isoformat() if first else "", last.isoformat() if last else "", facts.letter.id
