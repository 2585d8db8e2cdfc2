"""What came of an import: counted, told at the end as a table, and written as JSON when asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.cli.console import Console
    from corpuscli.model.reading import Reading

MANY = 20
"""From so many letters on, warnings are counted and no longer told one by one."""


@dataclass(slots=True)
class Tally:
    """What came of all batches.

    Args:
        added: How many letters were added.
        updated: How many stood there already and were refreshed.
        skipped: How many stood there already and were passed over.
        passed: How many somebody did not want.
        failed: How many letters and files could not be added.
        warnings: Kinds of warnings: how many letters each concerns.
        losses: What a letter cannot hold: how many letters it concerns.
        first: The first letter that each warning and loss concerns, as the user should see it.
    """

    added: int = 0
    updated: int = 0
    skipped: int = 0
    passed: int = 0
    failed: int = 0
    warnings: Counter[str] = field(default_factory=Counter[str])
    losses: Counter[str] = field(default_factory=Counter[str])
    first: dict[str, str] = field(default_factory=dict[str, str])

    def count(self, readings: Iterable[Reading]) -> None:
        """Count the warnings and losses of letters that are written."""
        for reading in readings:
            for said in (*reading.warnings, *reading.losses):
                self.first.setdefault(said, reading.path)
            self.warnings.update(reading.warnings)
            self.losses.update(reading.losses)

    def tell(self, console: Console, *, dry_run: bool) -> None:
        """Say what came of it."""
        if self.added + self.updated >= MANY and self.warnings:
            self._table(console, "What to look at:", self.warnings)
        if self.losses:
            self._table(console, "What the source says and a letter cannot hold:", self.losses)
        if self.skipped >= MANY:
            console.say(f"{self.skipped} letters stood there already.")
        if self.failed >= MANY:
            console.say(f"{self.failed} could not be added; the reason of each stands above.")
        done = self._done()
        if done and not dry_run:
            console.say(f"{done}. To undo: corpuscli undo")
        elif self.passed:
            console.say("Nothing was added.")

    def tell_stopped(self, console: Console, *, dry_run: bool) -> None:
        """Say what came in before the end, and how to go on."""
        if (done := self._done()) and not dry_run:
            console.say(
                f"{done} before it stopped. To go on: the same command with --skip-existing; to undo: corpuscli undo"
            )

    def _done(self) -> str:
        words = ", ".join(filter(None, (_letters("added", self.added), _letters("refreshed", self.updated))))
        return f"{words[:1].upper()}{words[1:]}"

    def _table(self, console: Console, title: str, counted: Counter[str]) -> None:
        console.say(title)
        console.say(f"{'letters':>9}  what; the first letter")
        for what, count in _ordered(counted):
            console.say(f"{count:>9}  {what}; {self.first[what]}")

    def report(self) -> str:
        """Return the same as JSON: an object, its kinds in the order of their numbers."""
        from json import dumps

        def kinds(counted: Counter[str]) -> list[dict[str, object]]:
            return [{"what": what, "letters": count, "first": self.first[what]} for what, count in _ordered(counted)]

        counts = {"added": self.added, "updated": self.updated, "skipped": self.skipped, "failed": self.failed}
        kept = {**counts, "warnings": kinds(self.warnings), "losses": kinds(self.losses)}
        return dumps(kept, ensure_ascii=False, indent=2) + "\n"


def _ordered(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def _letters(verb: str, count: int) -> str:
    return f"{verb} {count} letter{'s' * (count != 1)}" if count else ""
