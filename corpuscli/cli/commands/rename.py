"""``corpuscli rename``: give a letter another id."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.completion import ids
from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    *,
    letter: Annotated[
        str,
        typer.Argument(
            metavar="ID", shell_complete=ids, help="The letter's id, its file, or a beginning that no other id has."
        ),
    ],
    name: Annotated[str, typer.Argument(metavar="NEW", help="Its new id.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, as a diff.")] = False,
) -> int:
    """Give a letter another id: its file, its key id, and 'related' of the letters that name it.

    All of it happens, or nothing; 'corpuscli undo' takes it back.

    Examples:
      $ corpuscli rename 1921-03-10-chicherin-stalin 1921-03-10-chicherin-stalin-a
      $ corpuscli rename 1921-03-10 1921-03-11-chicherin-stalin --dry-run
    """
    from corpuscli.cli.changing import carry_out, command_line
    from corpuscli.intake.renaming import rename
    from corpuscli.querying.showing import find_letter
    from corpuscli.store.writing.settling import open_to_write
    from corpuscli.store.writing.transaction import Transaction

    console = open_console(shared)
    corpus = open_to_write(shared.corpus, dry_run=dry_run)
    job = Transaction(corpus.root, command_line())
    unread = rename(corpus, job, find_letter(corpus, letter), name)
    carry_out(console, corpus, job, dry_run=dry_run)
    for problem in unread:
        console.complain(str(problem))
    return 2 if unread else 0
