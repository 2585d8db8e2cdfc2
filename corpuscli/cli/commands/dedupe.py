"""``corpuscli dedupe``: repeated passages."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared

Words = list[str] | None


def command(
    shared: Shared,
    *,
    letters: Annotated[Words, typer.Argument(metavar="[ID]...", help="Only passages that stand in these.")] = None,
    kind: Annotated[
        Words, typer.Option("--kind", metavar="KIND", help="Only within, letter, across or boilerplate.")
    ] = None,
    least: Annotated[
        int | None,
        typer.Option("--words", metavar="N", min=3, help="The fewest words; 20 within a letter, 30 across."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Remove the exact later copies within letters.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what --write would change, as a diff.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Exit 1 while there are repeats.")] = False,
) -> int:
    """Find passages that stand more than once: within a letter, in several, or whole letters, exact or nearly.

    What many letters have in common (letterheads, closings, citations) is boilerplate, shown with --kind boilerplate
    and in json, jsonl and other tables. Nothing is changed without --write, which keeps each passage's first copy and
    removes the exact others within its letter, never the only marker of a note. 'corpuscli undo' takes it back.
    Formats: full, and all of tables.

    Examples:
      $ corpuscli dedupe
      $ corpuscli dedupe --kind across --format jsonl
      $ corpuscli dedupe --write
    """
    from corpuscli.cli.deduping import FOLDED, print_repeats, remove
    from corpuscli.dedupe import run
    from corpuscli.exports import table_writer
    from corpuscli.store.corpus import open_corpus

    console = open_console(shared)
    if shared.format not in ("", "full"):
        table_writer(shared.format)
    kinds = run.chosen(kind or ())
    found = run.search(open_corpus(shared.corpus), letters or (), least)
    if dry_run or write:
        left = remove(console, found, least, dry_run=dry_run)
    else:
        print_repeats(console, found, shared.format, kinds)
        left = len(found.of(kinds or FOLDED).passages)
    for line in found.complaints():
        console.complain(line)
    if found.letters.problems:
        return 2
    return int(check and left > 0)
