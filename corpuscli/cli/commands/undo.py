"""``corpuscli undo``: take back the last writing command."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    listing: Annotated[bool, typer.Option("--list", help="Show what can be undone, the last command first.")] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Drop all records; nothing can be undone then.")] = False,
) -> int:
    """Take back the last writing command, byte for byte.

    Each further undo takes back the command before. A file that was changed since is never overwritten: then nothing is
    undone (exit 2).

    Examples:
      $ corpuscli undo
      $ corpuscli undo --list
    """
    from datetime import UTC, datetime

    from corpuscli.cli.agreeing import agreed
    from corpuscli.store.corpus import open_corpus
    from corpuscli.store.writing import undo
    from corpuscli.text.visible import visible

    console = open_console(shared)
    corpus = open_corpus(shared.corpus)
    if listing:
        for done in undo.history(corpus.root):
            when = datetime.fromtimestamp(done.time, UTC).strftime("%Y-%m-%d %H:%M:%S")
            count = len(done.paths)
            console.print(visible(f"{when}  {count:>5} file{'s' * (count != 1):<1}  {done.command}"))
    elif forget:
        known = len(undo.history(corpus.root)) if console.interactive else 0
        if known and not agreed(console, f"Nothing of {known} command{'s' * (known != 1)} can be undone then. Go on?"):
            console.say("Nothing was dropped.")
            return 0
        count = undo.forget(corpus.root)
        console.say(f"{count} record{'s' * (count != 1)} dropped.")
    else:
        done = undo.undo_last(corpus.root)
        for path in done.paths:
            console.print(corpus.shown(path))
        console.say(f"Undone: {done.command}")
    return 0
