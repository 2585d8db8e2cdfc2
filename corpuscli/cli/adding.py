"""What ``add`` does with its answers: shows, asks, writes, and says how to undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.errors import CorpusError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.cli.console import Console
    from corpuscli.intake.adding import Manner, Plan
    from corpuscli.intake.drafts import Draft
    from corpuscli.model.reading import Reading
    from corpuscli.store.corpus import Corpus


def readings_of(corpus: Corpus, pages: Sequence[str], files: Sequence[str]) -> tuple[list[Reading], list[CorpusError]]:
    """Read pages, or a text that is one letter.

    Args:
        corpus: Says how 3/4/21 is meant.
        pages: What ``--from`` names; further files are pages too.
        files: Without pages, one text.

    Returns:
        The readings, and the files that could not be read.

    Raises:
        UsageError: Neither is given, or several texts.
        InputError: The only file cannot be read.
    """
    from corpuscli.intake.files import read_letters, read_typed

    if not pages and len(files) > 1:
        raise UsageError(f"{len(files)} texts: give one, or --from for pages")
    if not pages and files:
        return [read_typed(files[0])], []
    if not pages:
        raise UsageError("nothing to add: give a TEXTFILE, - for standard input, or --from FILE")
    readings: list[Reading] = []
    unread: list[CorpusError] = []
    for page in (*pages, *files):
        try:
            readings += read_letters(page, day_first=corpus.config.day_first)
        except CorpusError as problem:
            unread.append(problem)
    return readings, unread


def add(
    console: Console,
    corpus: Corpus,
    readings: list[Reading],
    unread: list[CorpusError],
    manner: Manner,
    *,
    dry_run: bool,
    form: str,
    command: str,
) -> int:
    """Add what was read, and return the exit code."""
    from corpuscli.intake.adding import plan, write

    planned = plan(corpus, readings, manner)
    drafts = [replace(draft, reading=replace(draft.reading, path=corpus.shown(draft.path))) for draft in planned.drafts]
    for problem in (*unread, *planned.refused):
        console.complain(str(problem))
    if not form and not dry_run and console.interactive:
        drafts = _asked(console, drafts)
    if not dry_run:
        write(corpus, drafts, command)
    _show(console, drafts, form=form, dry_run=dry_run)
    _say(console, planned, drafts, dry_run=dry_run)
    return CorpusError.exit_code if unread or planned.refused else 0


def _asked(console: Console, drafts: list[Draft]) -> list[Draft]:
    from corpuscli.cli.asking import ask

    answered = ((draft, ask(console, draft)) for draft in drafts)
    return [replace(draft, edited=source) for draft, source in answered if source is not None]


def _show(console: Console, drafts: list[Draft], *, form: str, dry_run: bool) -> None:
    if form:
        from corpuscli.exports import load

        load("readings", form).write([draft.reading for draft in drafts], console.out, console.paint)
    elif dry_run:
        for draft in drafts:
            _diff(console, draft)
    else:
        for draft in drafts:
            console.print(draft.reading.path)


def _diff(console: Console, draft: Draft) -> None:
    from difflib import unified_diff

    from corpuscli.text.visible import visible

    styles = {"+": "added", "-": "removed", "@": "dim"}
    for line in unified_diff([], draft.source.splitlines(), "/dev/null", draft.reading.path, lineterm=""):
        shown = visible(line)
        console.print(console.paint(shown, styles[line[0]]) if line[0] in styles else shown)


def _say(console: Console, planned: Plan, drafts: list[Draft], *, dry_run: bool) -> None:
    for letter in planned.skipped:
        console.say(f"stands there already: {letter}")
    for draft in drafts:
        for warning in draft.reading.warnings:
            console.say(f"{draft.reading.path}: {warning}")
    if drafts and not dry_run:
        count = "1 letter" if len(drafts) == 1 else f"{len(drafts)} letters"
        console.say(f"Added {count}. To undo: corpuscli undo")
