"""Runs rules over a corpus."""

from __future__ import annotations

import marshal
from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.linting.across import Gathered, problems
from corpuscli.linting.desk import Desk
from corpuscli.linting.findings import finding
from corpuscli.linting.outcome import Outcome, load_outcome
from corpuscli.linting.parallel import outcomes
from corpuscli.linting.suppress import suppressions
from corpuscli.model.finding import Findings
from corpuscli.model.problem import Problem
from corpuscli.store.index.reading import cores, forks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from corpuscli.linting.look import Look
    from corpuscli.linting.parallel import Task
    from corpuscli.linting.rule import Rule
    from corpuscli.model.finding import Finding
    from corpuscli.store.corpus import Corpus

    Suspected = tuple[int, tuple[int, tuple[int, ...]]]
    """The number of a rule, and a group; see ``Gathered``."""

MANY = 60
"""Groups of letters that may have something in common from which further processes pay."""
KEPT = 64
"""Letters that are kept at hand while rules look across: the same few share many facts."""


class Run:
    """One run of rules over letters.

    Args:
        desk: Rules and corpus.
        asked: The letters whose findings are wanted; all by default. The others only serve the rules that look across.

    Attributes:
        again: The letters that were read again to look across them, with the digests of their bytes.
    """

    def __init__(self, desk: Desk, asked: frozenset[str] | None = None) -> None:
        self._desk, self._asked = desk, asked
        self.again: dict[str, bytes] = {}
        self._rules = [rule for rule in desk.rules if rule.collect is not None]
        self._gathered = Gathered()
        self._paths: list[str] = []
        self._found: list[Finding] = []
        self._suppressing: list[str] = []
        self._look_at = lru_cache(KEPT)(self._read_again)

    def over(
        self, paths: Iterable[str], looks: Callable[[Desk, Sequence[Task]], Iterator[Outcome]] = outcomes
    ) -> Findings:
        """Look at letters, one by one and then across.

        Args:
            paths: All letters of the corpus, relative to it, in order.
            looks: Gives the outcomes of letters; looks at them all by default.
        """
        tasks = [(path, self._wants(path)) for path in paths]
        for outcome in looks(self._desk, [task for task in tasks if task[1] or self._rules]):
            self.take(outcome)
        return self.findings()

    def take(self, outcome: Outcome) -> None:
        """Take up what the next letter gives; letters come in the order of ``Corpus.letter_paths``."""
        path = outcome.path
        self.hear(path, outcome.traces)
        if self._wants(path):
            self._found += outcome.findings or ()
            if outcome.suppressing:
                self._suppressing.append(path)

    def hear(self, path: str, traces: bytes) -> None:
        """Take up the next letter, of which nothing is found and which suppresses nothing."""
        self._paths.append(path)
        self._gathered.add(traces)

    def findings(self) -> Findings:
        """Look across the letters that were taken up, and return all that was found."""
        found = [*self._found, *self._across()]
        ran = tuple((rule.code, rule.name, rule.summary) for rule in self._desk.rules)
        kept = sorted(self._unsuppressed(found, self._suppressing), key=_place)
        return Findings(tuple(kept), sum(map(self._wants, self._paths)), ran)

    def _wants(self, path: str) -> bool:
        return self._asked is None or path in self._asked

    def _read_again(self, number: int) -> Look | None:
        return self._read(self._paths[number])

    def _read(self, path: str) -> Look | None:
        try:
            look = self._desk.look(path)
        except InputError:
            self.again[path] = b"?"
            return None
        self.again[path] = look.digest
        return look

    def _across(self) -> Iterator[Finding]:
        """Look across letters; where many are to be read again, some processes share them."""
        groups = [(number, group) for number in range(len(self._rules)) for group in self._gathered.suspicious(number)]
        if len(groups) < MANY or not forks():
            yield from self._found_in(groups)
            return
        from corpuscli.store.index.forks import forked

        size = -(-len(groups) // cores())
        for data in forked([groups[n : n + size] for n in range(0, len(groups), size)], self._sent, cores()):
            found, again = marshal.loads(data)  # noqa: S302 - of a fork of this process
            self.again |= again
            yield from load_outcome(found).findings or ()

    def _sent(self, groups: Iterable[Suspected]) -> bytes:
        return marshal.dumps((Outcome("", tuple(self._found_in(groups))).dump(), self.again))

    def _found_in(self, groups: Iterable[Suspected]) -> Iterator[Finding]:
        for number, group in groups:
            rule = self._rules[number]
            for look, problem, looks in problems(rule, [group], self._look_at):
                if self._wants(look.path):
                    yield finding(rule, look, problem, looks)

    def _unsuppressed(self, found: list[Finding], suppressing: list[str]) -> Iterator[Finding]:
        """Leave out what letters suppress; add what is suppressed for nothing."""
        looks = {path: look for path in suppressing if (look := self._read(path)) is not None}
        wanted = {path: suppressions(look.letter) for path, look in looks.items()}
        met: set[tuple[str, str]] = set()
        for one in found:
            if any(code == one.code for code, _, _ in wanted.get(one.where.path, ())):
                met.add((one.where.path, one.code))
            else:
                yield one
        ran = {rule.code for rule in self._desk.rules}
        for rule in self._desk.rules:
            for path, entries in wanted.items() if rule.unused is not None else ():
                for code, _, span in entries:
                    if code in ran and (path, code) not in met and rule.unused is not None:
                        yield finding(rule, looks[path], Problem(span, rule.unused(code)), looks)


def _place(found: Finding) -> tuple[object, ...]:
    where = found.where
    return where.path, where.line, where.column, found.code


def lint(corpus: Corpus, rules: Iterable[Rule], asked: frozenset[str] | None = None) -> Findings:
    """Look at a corpus.

    Args:
        corpus: The corpus.
        rules: The rules that run.
        asked: Corpus-relative paths of the letters whose findings are wanted; all by default.

    Returns:
        The findings, with paths relative to the corpus.
    """
    return Run(Desk(corpus, rules), asked).over(corpus.letter_paths())
