"""Every call of every scenario, in this process: one fault at it, and what must hold then."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from corpuscli.errors import CorpusError, StoppedError
from corpuscli.store.writing import shelf, undo
from corpuscli.store.writing.transaction import Transaction
from tests.faults.layer import FaultyOs, Killed, Kind, faulty
from tests.faults.scenarios import Scenario, State, state

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Point:
    """One fault at one call of one scenario, and what must hold then."""

    def __init__(self, scenario: Scenario, before: Path, old: State, new: State) -> None:
        self.scenario, self.before, self.old, self.new = scenario, before, old, new

    def tried(self, root: Path, at: int, kind: Kind) -> str:
        """Let one call fail, and see that what must hold does."""
        shutil.copytree(self.before, root)
        layer = FaultyOs(at, kind)
        outcome = "done"
        try:
            with faulty(layer):
                self.scenario.act(root)
        except (Killed, KeyboardInterrupt) as stop:
            outcome = type(stop).__name__
        except StoppedError as stop:
            outcome = str(stop)
        except CorpusError as problem:
            outcome = str(problem)
            assert ": " in outcome
        where = f"{self.scenario.name}, call {at} ({layer.log[-1] if layer.log else '-'}), {kind.name}: {outcome}"
        self._holds(root, outcome, where)
        return outcome

    def _holds(self, root: Path, outcome: str, where: str) -> None:
        now = state(root)
        visible = {name: data for name, data in now.items() if not name.rpartition("/")[2].startswith(".")}
        allowed = [self.old, self.new, *self.scenario.between(self.old, self.new)]
        for name, data in visible.items():
            assert any(data == one.get(name) for one in (*allowed, state(self.before))), f"{where}: {name} is {data!r}"
        if outcome == "done":
            assert now == self.new, where
        elif outcome != "Killed" and "half way" not in outcome and self.scenario.name != "create after a kill":
            assert visible in allowed, f"{where}: {visible}"
        with faulty(FaultyOs()):
            self._mended(root, where, allowed)

    def _mended(self, root: Path, where: str, allowed: list[State]) -> None:
        """The next command rolls back or completes; doing it again reaches the goal, and undo comes back."""
        job = Transaction(root, "next")
        job.create("next.txt", b"")
        job.commit()
        undo.undo_last(root)
        now = state(root)
        assert now in allowed, f"{where}: after the next command {now}"
        assert not [e for e in shelf.entries(str(root / ".corpuscli")) if e.state != shelf.FINISHED], where
        if now == self.old != self.new:
            self.scenario.act(root)
            assert state(root) == self.new, where


def points(scenario: Scenario, folder: Path) -> Iterator[tuple[Point, int]]:
    """Yield every call of a scenario."""
    before, after = folder / "before", folder / "after"
    before.mkdir()
    with faulty(FaultyOs()):
        scenario.prepare(before)
    shutil.copytree(before, after)
    with faulty(FaultyOs()) as layer:
        scenario.act(after)
    new = state(after)
    old = {k: v for k, v in new.items() if k != "e.txt"} if scenario.name == "create after a kill" else state(before)
    for at in range(1, layer.count + 1):
        yield Point(scenario, before, old, new), at
