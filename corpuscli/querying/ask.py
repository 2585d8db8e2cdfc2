"""Asks a corpus for letters: from the index where it knows enough, else from the files."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from corpuscli.errors import InputError
from corpuscli.model.table import Column
from corpuscli.model.values import dataclass
from corpuscli.querying.indexed import numbers
from corpuscli.querying.records import MARK, of_facts, of_rows
from corpuscli.querying.tree import Many, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from corpuscli.querying.facts import Facts
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.index import Index

EVERY = Many()
Only = Literal["", "id", "path"]
"""The key that is wanted of letters; "" for all."""


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
        twins: Returns the ids that several letters of the corpus have.
    """

    rows: Iterable[Mapping[str, object]] = ()
    count: int = 0
    only_may: int = 0
    unread: list[InputError] = field(default_factory=list[InputError])
    twins: Callable[[], frozenset[str]] = frozenset

    def remarks(self, *, certain: bool) -> list[str]:
        """Say what a reader of the answer should know."""
        if not self.only_may:
            return []
        if certain:
            return [f"{self.only_may} more only may lie there; without --certain they are listed."]
        return [f"{self.only_may} of {self.count} only may lie there; --certain leaves them out."]


def ask(corpus: Corpus, question: Question, *, only: Only = "", marked: bool = False) -> Answer:
    """Find the letters that answer a question.

    Args:
        corpus: The corpus.
        question: The question.
        only: The one key that rows need, which then are a ``Column``, gone through in little memory; "" for all keys.
        marked: Whether the row of a letter that only may answer says so under ``MAY``.

    Raises:
        UnknownNameError: A person, place, tag or type that no letter has, with the nearest.
    """
    known = from_index(corpus, question, only=only, marked=marked)
    return known or from_files(corpus, question, only=only, marked=marked)


def from_index(corpus: Corpus, question: Question, *, only: Only = "", marked: bool = False) -> Answer | None:
    """Answer from the index alone, None where it does not know all that is asked; see ``ask``."""
    from corpuscli.store.index.index import open_index

    index = open_index(corpus)
    if question.tree == EVERY:
        return Answer(_rows(corpus, index, None, only), index.count(), 0, index.problems(), index.twins)
    sets = numbers(question.tree, index)
    if sets is None:
        return None
    from corpuscli.querying.missed import check_index

    check_index(question.tree, index, found=bool(sets.may))
    may, must = sets.may, sets.must
    chosen = must if question.certain else may
    rows = _rows(corpus, index, chosen, only, may - must if marked else frozenset())
    return Answer(rows, len(chosen), len(may) - len(must), index.problems(), index.twins)


def _rows(
    corpus: Corpus, index: Index, chosen: set[int] | None, only: str, doubtful: AbstractSet[int] = frozenset()
) -> Iterable[Mapping[str, object]]:
    """Return the rows of some letters of the index, of all by default."""
    if not only:
        return of_rows(corpus, index.rows(chosen), doubtful)
    index.slim()
    if only == "id":
        return Column(only, index.ids(chosen))
    inside = corpus.shown("x").removesuffix("x")
    return Column(only, (inside + path for path in index.paths(chosen)))


def chosen_numbers(corpus: Corpus, question: Question, index: Index) -> set[int]:
    """Return the numbers of the letters that answer; see ``ask``."""
    sets = numbers(question.tree, index)
    if sets is not None:
        from corpuscli.querying.missed import check_index

        check_index(question.tree, index, found=bool(sets.may))
        return sets.must if question.certain else sets.may
    return index.numbers_of(str(row["id"]) for row in from_files(corpus, question).rows)


def from_files(corpus: Corpus, question: Question, *, only: Only = "", marked: bool = False) -> Answer:
    """Answer from the files; see ``ask``."""
    from corpuscli.querying.facts import Facts
    from corpuscli.querying.missed import Missed

    answer = Answer()
    missed = Missed(question.tree)
    found: list[tuple[tuple[bool, str, str, str, str], dict[str, object]]] = []
    for letter in corpus.letters():
        if isinstance(letter, InputError):
            answer.unread.append(letter)
            continue
        facts = Facts(letter, corpus.registers)
        missed.see(facts)
        verdict = question.tree.judge(facts)
        answer.only_may += verdict.may and not verdict.must
        if verdict.must or (verdict.may and not question.certain):
            row: dict[str, object] = {"id": letter.id, "path": corpus.shown(letter.path)}
            row = row if only else of_facts(corpus, facts)
            found.append((_order(facts), row if verdict.must or not marked else row | MARK))
    missed.check()
    found.sort(key=itemgetter(0))  # the letters themselves are let go: what is held does not grow with their texts
    ids = Counter(order[-2] for order, _ in found)
    answer.rows = Column(only, [str(row[only]) for _, row in found]) if only else [row for _, row in found]
    answer.count = len(found)
    answer.twins = lambda: frozenset(name for name, count in ids.items() if count > 1)
    return answer


def _order(facts: Facts) -> tuple[bool, str, str, str, str]:
    when = facts.date
    first, last = when.earliest or when.latest, when.latest or when.earliest
    days = (first.isoformat() if first else "", last.isoformat() if last else "")
    return (when.undated, *days, facts.letter.id, facts.letter.path)
