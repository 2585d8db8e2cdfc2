"""What ``add`` does with its answers: shows, asks, writes, and says how to undo."""

from __future__ import annotations

from collections import Counter
from dataclasses import field, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from corpuscli.errors import CorpusError, UsageError
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpuscli.cli.console import Console
    from corpuscli.intake.adding import Adder, Plan
    from corpuscli.intake.drafts import Draft
    from corpuscli.model.reading import Reading
    from corpuscli.store.corpus import Corpus

_BATCH = 250
"""Letters that are held in memory, and written at once."""
_MANY = 20
"""From so many letters on, warnings are counted and no longer told one by one."""


@dataclass(slots=True)
class Tally:
    """What came of all batches.

    Args:
        added: How many letters were added.
        skipped: How many stood there already and were passed over.
        failed: How many letters and files could not be added.
        warnings: Kinds of warnings.
        losses: What a letter cannot hold: how many letters it concerns.
    """

    added: int = 0
    skipped: int = 0
    failed: int = 0
    warnings: Counter[str] = field(default_factory=Counter[str])
    losses: Counter[str] = field(default_factory=Counter[str])


@dataclass(frozen=True, slots=True)
class Sources:
    """Where letters are read from.

    Args:
        corpus: Says how 3/4/21 is meant.
        pages: What ``--from`` names; further files are pages too.
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

    def readings(self, console: Console, tally: Tally) -> Iterator[Reading]:
        """Yield all letters; a file that cannot be read is named and passed over."""
        from corpuscli.intake.files import read_letters, read_typed

        if not self.pages:
            yield read_typed(self.files[0])
            return
        for path in (*self.pages, *self.files):
            try:
                yield from read_letters(path, day_first=self.corpus.config.day_first)
            except CorpusError as problem:
                console.complain(str(problem))
                tally.failed += 1


def add(console: Console, sources: Sources, adder: Adder, *, dry_run: bool, form: str) -> int:
    """Add what is read, batch by batch, and return the exit code."""
    from corpuscli.intake.drafts import refuse_shared_id

    sources.check()
    tally = Tally()
    readings = sources.readings(console, tally)
    first = list(islice(readings, _BATCH))
    refuse_shared_id(len(first), adder.supplied)
    readings = chain(first, readings)
    shown: list[Reading] = []
    while batch := list(islice(readings, _BATCH)):
        planned = adder.plan(batch)
        drafts = _named(sources.corpus, planned.drafts)
        for problem in planned.refused:
            console.complain(str(problem))
        if not form and not dry_run and console.interactive:
            drafts = _asked(console, drafts)
        if not dry_run:
            adder.write(drafts)
        shown += [draft.reading for draft in drafts] if form else []
        if not form:
            _show(console, drafts, dry_run=dry_run)
        _count(console, tally, planned, drafts)
    if form:
        from corpuscli.exports import load

        load("readings", form).write(shown, console.out, console.paint)
    _sum_up(console, tally, dry_run=dry_run)
    return CorpusError.exit_code if tally.failed else 0


def _named(corpus: Corpus, drafts: list[Draft]) -> list[Draft]:
    """Say in each reading where it would be written, as the user should see it."""
    return [replace(draft, reading=replace(draft.reading, path=corpus.shown(draft.path))) for draft in drafts]


def _asked(console: Console, drafts: list[Draft]) -> list[Draft]:
    from corpuscli.cli.asking import ask

    answered = ((draft, ask(console, draft)) for draft in drafts)
    return [replace(draft, edited=source) for draft, source in answered if source is not None]


def _show(console: Console, drafts: list[Draft], *, dry_run: bool) -> None:
    for draft in drafts:
        if dry_run:
            show_diff(console, draft.reading.path, "", draft.source)
        else:
            console.print(draft.reading.path)


def show_diff(console: Console, path: str, old: str, new: str) -> None:
    """Print how a file would change."""
    from corpuscli.text.diffs import unified
    from corpuscli.text.visible import visible

    lines = unified(path, old, new).splitlines()
    if not old:
        lines[:1] = ["--- /dev/null"]
    for line in lines:
        style = {"+": "added", "-": "removed"}.get(line[:1], "")
        console.print(console.paint(visible(line), style) if style else visible(line))


def _count(console: Console, tally: Tally, planned: Plan, drafts: list[Draft]) -> None:
    few = tally.added + len(drafts) < _MANY
    for letter in planned.skipped if few else ():
        console.say(f"stands there already: {letter}")
    for draft in drafts:
        for warning in draft.reading.warnings:
            if few:
                console.say(f"{draft.reading.path}: {warning}")
            tally.warnings[warning] += 1
        tally.losses.update(draft.reading.losses)
    tally.added += len(drafts)
    tally.skipped += len(planned.skipped)
    tally.failed += len(planned.refused)


def _sum_up(console: Console, tally: Tally, *, dry_run: bool) -> None:
    if tally.added >= _MANY:
        for warning, count in tally.warnings.most_common():
            console.say(f"{count:>6}  {warning}")
    if tally.losses:
        console.say("What the source says and a letter cannot hold, with the number of letters:")
        for what, count in sorted(tally.losses.items(), key=lambda item: (-item[1], item[0])):
            console.say(f"{count:>6}  {what}")
    if tally.skipped >= _MANY:
        console.say(f"{tally.skipped} letters stood there already.")
    if tally.added and not dry_run:
        letters = "1 letter" if tally.added == 1 else f"{tally.added} letters"
        console.say(f"Added {letters}. To undo: corpuscli undo")
