"""``corpuscli remove``: take letters out of the corpus."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.completion import ids
from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    *,
    letters: Annotated[
        list[str],
        typer.Argument(metavar="ID...", shell_complete=ids, help="The letters: ids, their beginnings, or files."),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would go, as a diff.")] = False,
) -> int:
    """Take letters out of the corpus; 'corpuscli undo' brings them back, byte for byte.

    All of them go, or none. Letters that name one of them as related are said, and stay as they are.

    Examples:
      $ corpuscli remove 1921-03-10-chicherin-stalin
      $ corpuscli remove 1921-03-10 --dry-run
    """
    from corpuscli.cli.changing import carry_out, command_line
    from corpuscli.intake.renaming import naming
    from corpuscli.querying.showing import find_letter
    from corpuscli.store.writing.settling import open_to_write
    from corpuscli.store.writing.transaction import Transaction

    console = open_console(shared)
    corpus = open_to_write(shared.corpus, dry_run=dry_run)
    found = {letter.path: letter for letter in (find_letter(corpus, name) for name in letters)}
    job = Transaction(corpus.root, command_line())
    for letter in found.values():
        job.remove(letter.path, letter.source.encode("utf-8"))
    carry_out(console, corpus, job, dry_run=dry_run)
    for letter in found.values():
        others = tuple(naming(corpus, letter.id))
        if others:
            console.say(f"{letter.id} is named as related by {', '.join(others)}")
    return 0
