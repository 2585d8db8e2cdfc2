"""Runs rules over a corpus."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.linting.across import Gathered, problems
from corpuscli.linting.desk import Desk
from corpuscli.linting.findings import finding
from corpuscli.linting.parallel import outcomes
from corpuscli.linting.suppress import suppressions
from corpuscli.model.finding import Findings
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from corpuscli.linting.fixes import Mended
    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Rule
    from corpuscli.model.finding import Finding
    from corpuscli.model.letter import Letter
    from corpuscli.store.corpus import Corpus

KEPT = 64
"""Letters that are kept at hand while rules look across: the same few share many facts."""


class Run:
    """One run of rules over letters.

    Args:
        desk: Rules and corpus.
        paths: All letters of the corpus, relative to it, in order.
        asked: Those whose findings are wanted; all by default. The others only serve the rules that look across.
    """

    def __init__(self, desk: Desk, paths: Iterable[str], asked: frozenset[str] | None = None) -> None:
        self._desk, self._asked = desk, asked
        self._gathered = [Gathered(rule) for rule in desk.rules if rule.collect is not None]
        self._paths = [path for path in paths if asked is None or path in asked or self._gathered]
        self._look_at = lru_cache(KEPT)(self._read_again)

    def findings(self) -> Findings:
        """Look at all letters, one by one and then across."""
        tasks = [(path, self._asked is None or path in self._asked) for path in self._paths]
        found: list[Finding] = []
        suppressing: list[str] = []
        for number, outcome in enumerate(outcomes(self._desk, tasks)):
            found += outcome.findings
            for gathered, traces in zip(self._gathered, outcome.traces, strict=False):
                gathered.add(number, traces)
            if outcome.suppressing and tasks[number][1]:
                suppressing.append(self._paths[number])
        found += self._across()
        ran = tuple((rule.code, rule.name, rule.summary) for rule in self._desk.rules)
        kept = sorted(self._unsuppressed(found, suppressing), key=_place)
        return Findings(tuple(kept), sum(wanted for _, wanted in tasks), ran)

    def _read_again(self, number: int) -> Look | None:
        try:
            return self._desk.look(self._paths[number])
        except InputError:
            return None

    def _across(self) -> Iterator[Finding]:
        for gathered in self._gathered:
            for look, problem, looks in problems(gathered, self._look_at):
                if self._asked is None or look.path in self._asked:
                    yield finding(gathered.rule, look, problem, looks)

    def _unsuppressed(self, found: list[Finding], suppressing: list[str]) -> Iterator[Finding]:
        """Leave out what letters suppress; add what is suppressed for nothing."""
        looks = {path: self._desk.look(path) for path in suppressing}
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
    return Run(Desk(corpus, rules), corpus.letter_paths(), asked).findings()


def mend_letters(
    corpus: Corpus, rules: Iterable[Rule], asked: frozenset[str] | None, known: Counter[str], *, unsafe: bool
) -> Iterator[Mended]:
    """Mend letters in memory, one after another.

    Args:
        corpus: The corpus.
        rules: The rules whose fixes are made.
        asked: Corpus-relative paths of the letters; all by default.
        known: A baseline: findings that are left alone.
        unsafe: Whether unsafe fixes are made too.
    """
    from corpuscli.linting.baseline import without
    from corpuscli.linting.fixes import mend

    desk = Desk(corpus, rules)

    def look(letter: Letter) -> tuple[Finding, ...]:
        return without(desk.alone(letter), known)

    for path in corpus.letter_paths():
        if asked is None or path in asked:
            with contextlib.suppress(InputError):
                mended = mend(corpus.read(path), look, unsafe=unsafe)
                if mended is not None:
                    yield mended


def shown(corpus: Corpus, found: Findings) -> Findings:
    """Return findings with their paths as the user should see them."""
    return replace(found, findings=tuple(_shown(corpus, one) for one in found.findings))


def _shown(corpus: Corpus, one: Finding) -> Finding:
    where, *related = (replace(place, path=corpus.shown(place.path)) for place in (one.where, *one.related))
    return replace(one, where=where, related=tuple(related))
