"""``corpuscli edit``: a letter in your editor, with a check on save."""

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
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what you changed, as a diff.")] = False,
) -> int:
    """Open a letter in $VISUAL or $EDITOR; what you save is checked before the file is replaced.

    What cannot be read as a letter, or has a key that no letter may have, is not written: on a terminal the editor
    opens again; your version is kept in a temporary file, which is named. An id is changed by 'corpuscli rename'.

    Examples:
      $ corpuscli edit 1921-03-10-chicherin-stalin
      $ corpuscli edit 1921-03-10 --dry-run
    """
    from corpuscli.cli.changing import carry_out, command_line
    from corpuscli.cli.checking import Check
    from corpuscli.cli.editing import editing
    from corpuscli.querying.showing import find_letter
    from corpuscli.store.writing.settling import open_to_write
    from corpuscli.store.writing.transaction import Transaction

    console = open_console(shared)
    corpus = open_to_write(shared.corpus, dry_run=dry_run)
    found = find_letter(corpus, letter)
    job = Transaction(corpus.root, command_line())
    with editing(console, corpus.shown(found.path), found.source) as version:
        saved = version.checked(Check(found.source, found.path, corpus.config))
        job.replace(found.path, found.source.encode("utf-8"), saved.encode("utf-8"))
        carry_out(console, corpus, job, dry_run=dry_run)
    return 0
