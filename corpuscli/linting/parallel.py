"""Looks at the letters of a large corpus in several processes."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpuscli.linting.desk import Desk
    from corpuscli.linting.outcome import Outcome
    from corpuscli.linting.rule import Rule
    from corpuscli.model.problem import Severity
    from corpuscli.store.index.looking import Read

Task = tuple[str, bool]
"""A corpus-relative path, and whether its findings are wanted."""
Graded = tuple[tuple[str, "Severity"], ...]
"""The rules that run, by code, with their severities: what a new process needs to build the same desk."""

LARGE = 3000
"""Letters from which the start of further processes pays."""
BATCH = 250
"""Letters handed over at a time."""
MOST = 4


def processes(count: int) -> int:
    """Return how many processes look at that many letters: one on small corpora, else as many as there are cores."""
    if count < LARGE:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST)


def outcomes(desk: Desk, tasks: Sequence[Task]) -> Iterator[Outcome]:
    """Yield the outcome of every task, in their order."""
    workers = processes(len(tasks))
    if workers == 1:
        yield from (desk.outcome(path, wanted=wanted) for path, wanted in tasks)
        return
    from concurrent.futures import ProcessPoolExecutor

    root, graded = str(desk.corpus.root), grades(desk.rules)
    with ProcessPoolExecutor(workers, initializer=_ignore_interrupts) as pool:
        try:
            batches = (tuple(tasks[n : n + BATCH]) for n in range(0, len(tasks), BATCH))
            waiting = [pool.submit(_batch, root, graded, batch) for batch in batches]
            while waiting:
                yield from waiting.pop(0).result()
        finally:
            pool.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    """The first process alone answers an interrupt; it ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def grades(rules: Iterable[Rule]) -> Graded:
    """Return what another process needs to know of rules."""
    return tuple((rule.code, rule.severity) for rule in rules)


@lru_cache(maxsize=1)
def desk_of(root: str, graded: Graded, version: str = "") -> Desk:
    """Build the desk once in each process; again where ``version`` says that program or settings are others."""
    del version
    from corpuscli.linting.desk import Desk
    from corpuscli.linting.loader import load_rules
    from corpuscli.store.corpus import open_corpus

    known = {rule.code: rule for rule in load_rules()}
    return Desk(open_corpus(root), (replace(known[code], severity=severity) for code, severity in graded))


def _batch(root: str, graded: Graded, tasks: tuple[Task, ...]) -> list[Outcome]:
    desk = desk_of(root, graded)
    return [desk.outcome(path, wanted=wanted) for path, wanted in tasks]


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Looks at letters that the index reads, in whatever process it reads them.

    Args:
        root: The corpus.
        graded: The rules that run.
        version: See ``version_of``.
    """

    root: str
    graded: Graded
    version: str

    def __call__(self, letters: Sequence[Read]) -> list[bytes]:
        """Return the outcomes as bytes."""
        return [found.dump() for found in desk_of(self.root, self.graded, self.version).outcomes_of(letters)]
