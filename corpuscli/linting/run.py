"""Runs rules over a corpus."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.linting import across
from corpuscli.linting.context import Context
from corpuscli.linting.findings import finding, unread
from corpuscli.linting.loader import load_rules
from corpuscli.linting.look import Look
from corpuscli.linting.suppress import KEY, suppressions
from corpuscli.model.finding import Findings
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from corpuscli.linting.fixes import Mended
    from corpuscli.linting.rule import Rule
    from corpuscli.model.finding import Finding
    from corpuscli.model.letter import Letter
    from corpuscli.store.corpus import Corpus


KEPT = 64
"""Letters that are kept at hand while rules look across: the same few share many facts."""


class Run:
    """One run of rules over letters.

    Args:
        corpus: Where letters are read.
        rules: The rules that run, with the severities they have in this corpus.
    """

    def __init__(self, corpus: Corpus, rules: Iterable[Rule]) -> None:
        self._corpus = corpus
        self._context = Context(corpus.config, corpus.people, frozenset(rule.code for rule in load_rules()))
        self._rules = tuple(rules)
        self._alone = [(rule, rule.check) for rule in self._rules if rule.check is not None]
        self._gather = [(across.Gathered(rule), rule.collect) for rule in self._rules if rule.collect is not None]
        self._unread = [rule for rule in self._rules if rule.unread is not None]
        self._paths: list[str] = []
        self._suppressing: list[str] = []
        self._look_at = lru_cache(KEPT)(self._read_again)

    def over(self, paths: Iterable[str], asked: frozenset[str] | None = None) -> Findings:
        """Look at letters.

        Args:
            paths: All letters of the corpus, relative to it, in order.
            asked: Those whose findings are wanted; all by default. The others only serve the rules that look across.
        """
        found: list[Finding] = []
        count = 0
        for path in paths:
            if asked is None or path in asked:
                count += 1
                found += self._one(path)
            elif self._gather:
                self._gathered_from(path)
        found += self._across(asked)
        ran = tuple((rule.code, rule.name, rule.summary) for rule in self._rules)
        return Findings(tuple(sorted(self._unsuppressed(found), key=_place)), count, ran)

    def _one(self, path: str) -> Iterable[Finding]:
        try:
            letter = self._corpus.read(path)
        except InputError as problem:
            return [unread(rule, path, problem) for rule in self._unread]
        look = Look(letter, self._context)
        self._keep_facts(look)
        if letter.field(KEY) is not None:
            self._suppressing.append(path)
        return self._found(look)

    def _found(self, look: Look) -> list[Finding]:
        looks = {look.path: look}
        return [finding(rule, look, problem, looks) for rule, check in self._alone for problem in check(look)]

    def alone(self, letter: Letter) -> list[Finding]:
        """Look at one letter, without rules that look across; what it suppresses is left out."""
        ignored = {code for code, _, _ in suppressions(letter)}
        return [found for found in self._found(Look(letter, self._context)) if found.code not in ignored]

    def _gathered_from(self, path: str) -> None:
        with contextlib.suppress(InputError):
            self._keep_facts(Look(self._corpus.read(path), self._context))

    def _keep_facts(self, look: Look) -> None:
        if self._gather:
            number = len(self._paths)
            self._paths.append(look.path)
            for gathered, collect in self._gather:
                gathered.add(number, map(across.trace, collect(look)))

    def _read_again(self, number: int) -> Look | None:
        try:
            return Look(self._corpus.read(self._paths[number]), self._context)
        except InputError:
            return None

    def _across(self, asked: frozenset[str] | None) -> Iterator[Finding]:
        for gathered, _ in self._gather:
            for look, problem, looks in across.problems(gathered, self._look_at):
                if asked is None or look.path in asked:
                    yield finding(gathered.rule, look, problem, looks)

    def _unsuppressed(self, found: list[Finding]) -> Iterator[Finding]:
        """Leave out what letters suppress; add what is suppressed for nothing."""
        looks = {path: Look(self._corpus.read(path), self._context) for path in self._suppressing}
        wanted = {path: suppressions(look.letter) for path, look in looks.items()}
        met: set[tuple[str, str]] = set()
        for one in found:
            if any(code == one.code for code, _, _ in wanted.get(one.where.path, ())):
                met.add((one.where.path, one.code))
            else:
                yield one
        ran = {rule.code for rule in self._rules}
        for rule in self._rules:
            for path, entries in wanted.items() if rule.unused is not None else ():
                for code, _, span in entries:
                    if code in ran and (path, code) not in met and rule.unused is not None:
                        problem = Problem(span, rule.unused(code))
                        yield finding(rule, looks[path], problem, looks)


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
    return Run(corpus, rules).over(corpus.letter_paths(), asked)


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

    run = Run(corpus, rules)

    def look(letter: Letter) -> tuple[Finding, ...]:
        return without(run.alone(letter), known)

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
