"""``corpuscli dedupe``: repeated passages."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    *,
    letters: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Only these letters.")] = None,
    least: Annotated[int, typer.Option("--words", metavar="N", min=3, help="The fewest words of a passage.")] = 20,
    write: Annotated[bool, typer.Option("--write", help="Remove the later copies.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what --write would change, as a diff.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Exit 1 while there are repeats.")] = False,
) -> int:
    """Find passages that stand more than once in a letter, its notes included.

    Nothing is changed without --write, which keeps each passage's first copy and removes the others with the blank
    before them, never the only marker of a note. 'corpuscli undo' takes it back. Formats: full, and all of tables.

    Examples:
      $ corpuscli dedupe
      $ corpuscli dedupe --write
    """
    from corpuscli.dedupe import rows, run
    from corpuscli.exports import load, table_writer
    from corpuscli.store.corpus import open_corpus
    from corpuscli.text.diffs import unified

    console = open_console(shared)
    table = None if shared.format in ("", "full") else table_writer(shared.format)
    corpus = open_corpus(shared.corpus)
    found = run.find(corpus, letters or (), least)
    if dry_run:
        for path, old, new in run.preview(found):
            console.out.write(unified(corpus.shown(path), old, new))
    elif write:
        for path in run.remove(corpus, found):
            console.print(corpus.shown(path))
    else:
        repeats = [rows.shown(corpus, one) for one in found.repeats]
        if table is not None:
            table(rows.table(repeats), console.out)
        else:
            load("repeats", "full").write(repeats, console.out, console.paint)
    console.say(found.summary(written=write and not dry_run))
    for line in found.complaints(corpus):
        console.complain(line)
    if found.unread:
        return 2
    return 1 if check and found.left(written=write and not dry_run) else 0
