"""``corpuscli undo``: take back the last writing command."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    listing: Annotated[bool, typer.Option("--list", help="Show what can be undone, the last command first.")] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Drop the records; nothing can be undone then.")] = False,
) -> int:
    """Take back the last writing command, byte for byte.

    Each further undo takes back the command before. A file that was changed since is never overwritten: then nothing is
    undone (exit 2).

    Examples:
      $ corpuscli undo
      $ corpuscli undo --list
    """
    from datetime import UTC, datetime

    from corpuscli.store.corpus import open_corpus
    from corpuscli.store.writing import undo

    console = open_console(shared)
    corpus = open_corpus(shared.corpus)
    if listing:
        for record in undo.history(corpus.root):
            when = datetime.fromtimestamp(record.time, UTC).strftime("%Y-%m-%d %H:%M:%S")
            console.print(f"{when}  {len(record.changes)} file(s)  {record.command}")
    elif forget:
        console.say(f"{undo.forget(corpus.root)} record(s) dropped.")
    else:
        record, paths = undo.undo_last(corpus.root)
        for path in paths:
            console.print(corpus.shown(path))
        console.say(f"Undone: {record.command}")
    return 0
