"""What ``add`` does with its answers: shows, asks, writes, and says how to undo."""

from __future__ import annotations

import sys
from collections import deque
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from corpuscli.cli.diffing import show_diff
from corpuscli.cli.tally import MANY, Tally
from corpuscli.errors import CorpusError, UsageError
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpuscli.cli.asking import Person
    from corpuscli.cli.console import Console
    from corpuscli.cli.progress import Progress
    from corpuscli.intake.adding import Adder, Plan
    from corpuscli.model.reading import Reading
    from corpuscli.store.corpus import Corpus

_BATCH = 250
"""Letters that are held in memory, and written at once."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where letters are read from.

    Args:
        corpus: Says how 3/4/21 is meant.
        pages: What ``--from`` names: files, and folders of files; further files are pages too.
        files: Without pages, one text.
    """

    corpus: Corpus
    pages: Sequence[str]
    files: Sequence[str]

    def check(self) -> None:
        """Refuse what cannot be asked.

        Raises:
            UsageError: Neither pages nor text, or several texts.
        """
        if not self.pages and not self.files:
            raise UsageError("nothing to add: give a TEXTFILE, - for standard input, or --from FILE")
        if not self.pages and len(self.files) > 1:
            raise UsageError(f"{len(self.files)} texts: give one, or --from for pages")

    def readings(self, console: Console, tally: Tally, progress: Progress) -> Iterator[Reading]:
        """Yield all letters; a file that cannot be read is named and passed over."""
        from corpuscli.intake.files import STANDARD_INPUT, read_letters, read_typed

        if sys.stdin is not None and sys.stdin.isatty() and STANDARD_INPUT in (*self.pages, *self.files):
            console.say("Type the letter, and end it with Ctrl-D on a line of its own (Windows: Ctrl-Z, Enter).")
        if not self.pages:
            yield read_typed(self.files[0])
            return
        count = 0
        for path in self._paths(console):
            try:
                for reading in read_letters(path, day_first=self.corpus.config.day_first):
                    count += 1
                    progress.tell(count, path)
                    yield reading
            except CorpusError as problem:
                progress.clear()
                console.complain(str(problem))
                tally.failed += 1

    def _paths(self, console: Console) -> Iterator[str]:
        """Yield all files; of a folder those that may hold letters."""
        from corpuscli.intake.files import files_of

        for path in (*self.pages, *self.files):
            found, others = files_of(path, self.corpus)
            if others:
                console.say(f"{path}: passed over {others}")
            yield from found


@dataclass(slots=True)
class Import:
    """One run of ``add``.

    Args:
        console: Where words go.
        sources: What is read.
        adder: Decides and writes.
        dry_run: Whether it is only shown.
        form: How to print the readings, or "" for the paths.
    """

    console: Console
    sources: Sources
    adder: Adder
    dry_run: bool
    form: str

    def run(self, tally: Tally) -> None:
        """Add what is read, batch by batch."""
        from corpuscli.exports import load
        from corpuscli.intake.drafts import refuse_shared_id

        self.sources.check()
        printed = load("readings", self.form) if self.form else None
        person = self._person()
        progress = self.console.progress("letters")
        readings = self.sources.readings(self.console, tally, progress)
        first = list(islice(readings, _BATCH))
        refuse_shared_id(len(first), self.adder.supplied)
        done = self._batches(chain(first, readings), person, progress, tally)
        if printed:
            printed.write(
                chain.from_iterable(planned.readings for planned in done), self.console.out, self.console.paint
            )
        else:
            deque(done, maxlen=0)
        if person:
            person.names.write()
            if person.broken_off:
                raise KeyboardInterrupt

    def _batches(
        self, readings: Iterator[Reading], person: Person | None, progress: Progress, tally: Tally
    ) -> Iterator[Plan]:
        """Yield what was decided about each batch, once it is written."""
        while batch := list(islice(readings, _BATCH)):
            progress.clear()
            yield self._batch(batch, person, tally)
            if person and person.stopped:
                break
        progress.clear()

    def _person(self) -> Person | None:
        """Return who is to be asked, if anybody sits there."""
        if self.form or self.dry_run or not self.console.interactive:
            return None
        from corpuscli.cli.asking import Person

        return Person(self.console, self.sources.corpus)

    def _batch(self, batch: list[Reading], person: Person | None, tally: Tally) -> Plan:
        """Decide about a batch, ask where somebody sits there, write, tell."""
        if person:
            batch = [person.completed(reading, self.adder) for reading in batch]
        planned = self._named(self.adder.plan(batch))
        for problem in planned.refused:
            self.console.complain(str(problem))
        offered = planned.count
        if person:
            self._ask(planned, person)
        tally.passed += offered - planned.count
        if not self.dry_run:
            self.adder.write(planned.drafts, planned.updates)
        self._show(planned)
        self._count(tally, planned, seen=bool(person and not person.everything))
        return planned

    def _ask(self, planned: Plan, person: Person) -> None:
        """Keep what somebody wants. Who breaks off with Ctrl-C is asked no more; what they said yes to stays."""
        drafts, updates = planned.drafts, planned.updates
        planned.drafts, planned.updates = [], []
        count = len(drafts)
        headings = (f"({at} of {count})" if 1 < count < _BATCH else "" for at in range(1, count + 1))
        try:
            for one, heading in zip(drafts, headings, strict=True):
                if (draft := person.adds(one, heading)) is not None:
                    planned.drafts.append(draft)
            for update in updates:
                if person.refreshes(update):
                    planned.updates.append(update)
            if not person.everything:
                person.names.meet([draft.reading for draft in planned.drafts])
        except KeyboardInterrupt:
            person.stopped = person.broken_off = True
            if agreed := len(planned.drafts) + len(planned.updates):
                self.console.say(f"\nStopped; what you said yes to ({agreed}) is written.")

    def _named(self, planned: Plan) -> Plan:
        """Say in each reading where it would be written, as the user should see it."""
        shown = self.sources.corpus.shown
        planned.drafts = [replace(one, reading=replace(one.reading, path=shown(one.path))) for one in planned.drafts]
        planned.updates = [replace(one, reading=replace(one.reading, path=shown(one.path))) for one in planned.updates]
        return planned

    def _show(self, planned: Plan) -> None:
        if self.form:
            return
        changes = [
            *((draft.reading.path, "", draft.source) for draft in planned.drafts),
            *((update.reading.path, update.old, update.new) for update in planned.updates),
        ]
        for path, old, new in changes:
            if self.dry_run:
                show_diff(self.console, path, old, new)
            else:
                self.console.print(path)

    def _count(self, tally: Tally, planned: Plan, *, seen: bool) -> None:
        """Count, and tell the warnings of few letters, unless somebody has just seen them."""
        tally.added += len(planned.drafts)
        tally.updated += len(planned.updates)
        tally.skipped += len(planned.skipped)
        tally.failed += len(planned.refused)
        tally.count(planned.readings)
        if tally.skipped < MANY:
            for letter in planned.skipped:
                self.console.say(f"stands there already: {letter}")
        if tally.added + tally.updated < MANY and not seen:
            for reading in planned.readings:
                for warning in reading.warnings:
                    self.console.say(f"{reading.path}: {warning}")


def add(work: Import, report: str) -> int:
    """Run an import to its end and return the exit code.

    Args:
        work: The import.
        report: A file to write the summary to as JSON, or "".
    """
    tally = Tally()
    try:
        work.run(tally)
    except BaseException:  # interrupted, terminated, no room: what is written stays written
        tally.tell_stopped(work.console, dry_run=work.dry_run)
        raise
    tally.tell(work.console, dry_run=work.dry_run)
    if report:
        from corpuscli.store.outside import write_text

        write_text(report, tally.report())
    return CorpusError.exit_code if tally.failed else 0
