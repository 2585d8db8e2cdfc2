"""Asks a corpus for letters: from the index where it knows enough, else from the files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.querying.indexed import numbers
from corpuscli.querying.records import of_facts, of_row
from corpuscli.querying.tree import Many, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpuscli.querying.facts import Facts
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.index import Index

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
        rows: One row a letter, a stream that can be read once.
        count: How many there are.
        only_may: How many only may answer, their dates being uncertain; with ``certain`` they are left out.
        unread: What could not be read.
    """

    rows: Iterable[Mapping[str, object]] = ()
    count: int = 0
    only_may: int = 0
    unread: list[InputError] = field(default_factory=list[InputError])

    def remarks(self, *, certain: bool) -> list[str]:
        """Say what a reader of the answer should know."""
        if not self.only_may:
            return []
        if certain:
            return [f"{self.only_may} more only may lie there; without --certain they are listed."]
        return [f"{self.only_may} of {self.count} only may lie there; --certain leaves them out."]


def ask(corpus: Corpus, question: Question, *, brief: bool = False) -> Answer:
    """Find the letters that answer a question.

    Args:
        corpus: The corpus.
        question: The question.
        brief: Whether rows need no more than id and path.

    Raises:
        UnknownNameError: A person, place, tag or type that no letter has, with the nearest.
    """
    return from_index(corpus, question, brief=brief) or from_files(corpus, question)


def from_index(corpus: Corpus, question: Question, *, brief: bool = False) -> Answer | None:
    """Answer from the index alone, None where it does not know all that is asked; see ``ask``."""
    from corpuscli.store.index.index import open_index

    index = open_index(corpus)
    sets = numbers(question.tree, index)
    if sets is None:
        return None
    may, must, _ = sets
    if question.tree != EVERY:
        from corpuscli.querying.missed import check_index

        check_index(question.tree, index)
    chosen = must if question.certain else may
    rows = (of_row(corpus, row) for row in index.rows(chosen, brief=brief))
    return Answer(rows, len(chosen), len(may) - len(must), index.problems())


def chosen_numbers(corpus: Corpus, question: Question, index: Index) -> set[int]:
    """Return the numbers of the letters that answer; see ``ask``."""
    sets = numbers(question.tree, index)
    if sets is not None:
        from corpuscli.querying.missed import check_index

        check_index(question.tree, index)
        return sets.must if question.certain else sets.may
    return index.numbers_of(str(row["id"]) for row in from_files(corpus, question).rows)


def from_files(corpus: Corpus, question: Question) -> Answer:
    """Answer from the files; see ``ask``."""
    from corpuscli.querying.facts import Facts
    from corpuscli.querying.missed import Missed

    answer = Answer()
    missed = Missed(question.tree)
    found: list[Facts] = []
    for letter in corpus.letters():
        if isinstance(letter, InputError):
            answer.unread.append(letter)
            continue
        facts = Facts(letter)
        missed.see(facts)
        verdict = question.tree.judge(facts)
        answer.only_may += verdict.may and not verdict.must
        if verdict.must or (verdict.may and not question.certain):
            found.append(facts)
    missed.check()
    found.sort(key=_order)
    answer.rows, answer.count = [of_facts(corpus, facts) for facts in found], len(found)
    return answer


def _order(facts: Facts) -> tuple[bool, str, str, str, str]:
    when = facts.date
    first, last = when.earliest or when.latest, when.latest or when.earliest
    days = (first.isoformat() if first else "", last.isoformat() if last else "")
    return (when.undated, *days, facts.letter.id, facts.letter.path)
