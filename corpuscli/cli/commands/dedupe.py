"""``corpuscli dedupe``: repeated passages."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from corpuscli.cli.completion import ids
from corpuscli.cli.console import open_console
from corpuscli.cli.deduping import (
    FOLDED,
    Known,
    Words,
    accept_passages,
    keep_letter,
    refuse,
    remove,
    without_accepted,
    writer,
)
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    known: Known,
    *,
    letters: Annotated[
        Words,
        typer.Argument(
            metavar="[ID]...",
            shell_complete=ids,
            help="Only passages that stand in these: ids, beginnings, files or folders.",
        ),
    ] = None,
    kind: Annotated[
        Words, typer.Option("--kind", metavar="KIND", help="Only within, letter, across or boilerplate.")
    ] = None,
    least: Annotated[
        int | None,
        typer.Option("--words", metavar="N", min=3, help="The fewest words; 20 within a letter, 30 across."),
    ] = None,
    near: Annotated[bool, typer.Option("--near", help="Only passages whose copies differ.")] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Ask about each passage: remove, keep which, accept, leave.")
    ] = False,
    write: Annotated[bool, typer.Option("--write", help="Remove the exact later copies within letters.")] = False,
    keep: Annotated[
        str,
        typer.Option("--keep", metavar="ID", help="With --write: remove the letters that say the same as this one."),
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, as a diff.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Exit 1 on passages neither accepted nor in --baseline.")
    ] = False,
    stats: Annotated[bool, typer.Option("--stats", help="How much stands again: in all, by letter, by pair.")] = False,
) -> int:
    """Find passages that stand more than once: within a letter, in several, or whole letters, exact or nearly.

    What many letters have in common (letterheads, closings, citations) is boilerplate, shown with --kind boilerplate
    and in json, jsonl and other tables. Nothing is changed without --write, which keeps each passage's first copy and
    removes the exact others within its letter, never the only marker of a note. 'corpuscli undo' takes it back.
    Formats: full, html, sarif, github (annotations), and all of tables.

    Examples:
      $ corpuscli dedupe
      $ corpuscli dedupe --kind across --format jsonl
      $ corpuscli dedupe --write
    """
    # numpy multiplies no matrices here; without this it begins with as many threads for that as there are cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from corpuscli.dedupe import run
    from corpuscli.exports import table_writer
    from corpuscli.store.writing.settling import open_to_write

    console = open_console(shared)
    known.checked()
    refuse(console, keep=bool(keep) and not (write or dry_run), interactive=interactive)
    table = table_writer(shared.format or "simple") if stats else None
    show, kinds = None if stats else writer(console, shared.format), run.chosen(kind or ())
    corpus = open_to_write(shared.corpus, dry_run=dry_run or not (write or known.accept))
    everything = run.search(corpus, letters or (), least)
    found, accepted = without_accepted(everything)
    found = found.near() if near else found
    left = 0
    if known.accept:
        accept_passages(console, everything, known, dry_run=dry_run)
    elif interactive:
        from corpuscli.cli.choosing import go_through

        left = go_through(console, found.of(kinds or ("within",)), dry_run=dry_run)
    elif keep:
        keep_letter(console, found, keep, dry_run=dry_run)
    elif dry_run or write:
        left = remove(console, found, least, dry_run=dry_run)
    else:
        before, found = found, known.left(console, found)
        left = len(found.of(kinds or FOLDED).passages)
        if table:
            from corpuscli.dedupe.shares import shares

            table(shares(found), console.out)
        elif show:
            show(found, kinds)
        console.say(found.summary(accepted, len(before.of(FOLDED).passages) - len(found.of(FOLDED).passages)))
    for line in found.complaints():
        console.complain(line)
    if found.letters.problems:
        return 2
    return int(check and left > 0)
