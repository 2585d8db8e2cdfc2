"""Lint with what the index knows: letters that have not changed since are not looked at again."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.linting.outcome import dump_findings, load_findings, load_outcome, serves
from corpuscli.store.telling import passed_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from corpuscli.linting.choice import Choice
    from corpuscli.linting.desk import Desk
    from corpuscli.linting.outcome import Outcome
    from corpuscli.linting.parallel import Task
    from corpuscli.model.finding import Findings
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.kept import KeptFacts

FLUSH = 2_000
"""Outcomes that wait to be kept."""


def lint_corpus(corpus: Corpus, choice: Choice, asked: frozenset[str] | None = None) -> Findings:
    """Look at a corpus; what follows from unchanged letters is taken from the index, and kept there for the next time.

    Args:
        corpus: The corpus; corpus.yaml and the registers are read as they stand now.
        choice: Which rules run, beside what corpus.yaml says.
        asked: Corpus-relative paths of the letters whose findings are wanted; all by default.

    Returns:
        The findings, with paths relative to the corpus: the same as without an index.

    Raises:
        UnknownNameError: ``choice`` names a rule that does not exist.
        InputError: A folder cannot be listed.
    """
    from corpuscli.linting.passing import Passing
    from corpuscli.store.index.index import open_index
    from corpuscli.store.index.looking import Looking

    name = f"lint{' hints' * choice.hints}{' chosen' * bool(choice.select or choice.ignore)}"
    passing = Passing(corpus, choice)
    looking = Looking(name, passing.version, passing.ready, passing.holds, passing.taken, passing.warm)
    index = open_index(corpus, looking if asked is None else None, values=False)
    try:
        facts = index.kept(name, passing.version)
        data = facts.whole()
        if data is not None:
            return _only(corpus, load_findings(data), asked)
        memory = Memory(facts, passing.holds)
        passed = passing.whole()
        if passed is not None:
            found = passed.findings()
            if memory.stands(passed.again.items()):
                facts.keep_whole(dump_findings(found))
                return found
        return _looked(corpus, choice, asked, memory)
    finally:
        index.close()


def _only(corpus: Corpus, found: Findings, asked: frozenset[str] | None) -> Findings:
    """Return the findings of those letters that are asked for."""
    if asked is None:
        return found
    kept = tuple(one for one in found.findings if one.where.path in asked)
    return replace(found, findings=kept, letters=sum(path in asked for path in corpus.letter_paths()))


def _looked(corpus: Corpus, choice: Choice, asked: frozenset[str] | None, memory: Memory) -> Findings:
    """Look at what is not known yet; keep what was found, unless letters or settings change under our eyes."""
    from corpuscli.linting.choice import choose
    from corpuscli.linting.desk import Desk
    from corpuscli.linting.loader import load_rules
    from corpuscli.linting.run import Run
    from corpuscli.store.corpus import open_corpus

    fresh = open_corpus(corpus.root)
    run = Run(Desk(fresh, choose(load_rules(), fresh.config.lint, choice)), asked)
    found = run.over(fresh.letter_paths(), memory.outcomes)
    if asked is None and memory.stands(run.again.items()):
        memory.facts.keep_whole(dump_findings(found))
    return found


class Memory:
    """What is kept of each letter, and what is to be.

    Args:
        facts: The index's facts.
        holds: Tells whether their version still is that of program and settings.
    """

    def __init__(self, facts: KeptFacts, holds: Callable[[], bool]) -> None:
        self.facts, self._holds, self._sound = facts, holds, True

    def outcomes(self, desk: Desk, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Yield the outcome of every task, in their order; only letters of which it is not kept are looked at."""
        from corpuscli.linting.parallel import outcomes

        if not self.facts.missing():
            yield from self._read(desk, tasks)
            return
        known = self.facts.known()
        missing = [task for task in tasks if not serves(known.get(task[0], b""), *task)]
        fresh = self._kept(outcomes(desk, missing))
        for task in tasks:
            data = known.pop(task[0], b"")
            yield load_outcome(data) if serves(data, *task) else next(fresh)
        next(fresh, None)

    def _read(self, desk: Desk, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Yield outcomes as the index gives them, when it has one of every letter's bytes, without holding them all.

        Letters of the same bytes have one fact, which serves the letter at one path; the others are looked at.
        """
        passed: dict[str, bytes] = {}
        with closing(self.facts.each()) as each:
            for task in tasks:
                while task[0] not in passed and (row := next(each, None)) is not None:
                    passed[row[0]] = row[1]
                data = passed.pop(task[0], b"")
                if serves(data, *task):
                    yield load_outcome(data)
                    continue
                outcome = desk.outcome(task[0], wanted=task[1])
                self.stands([(outcome.path, outcome.digest)])
                yield outcome

    def _kept(self, found: Iterable[Outcome]) -> Iterator[Outcome]:
        waiting: list[Outcome] = []
        for (outcome,) in passed_on((one,) for one in found):
            waiting.append(outcome)
            if len(waiting) >= FLUSH:
                self._keep(waiting)
                waiting = []
            yield outcome
        self._keep(waiting)

    def _keep(self, found: list[Outcome]) -> None:
        if found and self.stands((one.path, one.digest) for one in found):
            self.facts.keep({one.digest: one.dump() for one in found})

    def stands(self, read: Iterable[tuple[str, bytes]]) -> bool:
        """Tell whether all that was read is what the index stands for, now and before."""
        self._sound = self._sound and self._holds() and all(self.facts.stands(*one) for one in read)
        return self._sound
