"""``corpuscli edit``: a letter in your editor, with a check on save."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from corpuscli.cli.completion import ids
from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared

if TYPE_CHECKING:
    from corpuscli.cli.console import Console
    from corpuscli.model.letter import Letter


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

    What cannot be read as a letter is not written: on a terminal the editor opens again; your version is kept in a
    temporary file, which is named. An id is changed by 'corpuscli rename'.

    Examples:
      $ corpuscli edit 1921-03-10-chicherin-stalin
      $ corpuscli edit 1921-03-10 --dry-run
    """
    from corpuscli.cli.changing import carry_out, command_line
    from corpuscli.querying.showing import find_letter
    from corpuscli.store.writing.settling import open_to_write
    from corpuscli.store.writing.transaction import Transaction

    console = open_console(shared)
    corpus = open_to_write(shared.corpus, dry_run=dry_run)
    found = find_letter(corpus, letter)
    job = Transaction(corpus.root, command_line())
    job.replace(found.path, found.source.encode("utf-8"), _saved(console, found).encode("utf-8"))
    carry_out(console, corpus, job, dry_run=dry_run)
    return 0


def _saved(console: Console, letter: Letter) -> str:
    """Return what the person saved, when it is a letter of the same id.

    Raises:
        UsageError: It is not, and nobody wants to edit again; what was saved is kept.
    """
    from corpuscli.cli.asking import edited
    from corpuscli.errors import CorpusError, UsageError

    source = edited(letter.source)
    while problem := _problem(letter, source):
        console.complain(problem)
        try:
            newer = edited(source) if console.interactive and _again(console) else None
        except (CorpusError, KeyboardInterrupt):
            console.say(f"\n{_left_alone(letter, source)}")
            raise
        if newer is None:
            raise UsageError(_left_alone(letter, source))
        source = newer
    return source


def _problem(letter: Letter, source: str) -> str:
    """Say what keeps a text from being this letter's file; nothing does where the answer is empty."""
    from corpuscli.cli.checking import check_saved
    from corpuscli.errors import CorpusError

    try:
        check_saved(source, letter.path, letter.id)
    except CorpusError as problem:
        return str(problem)
    return ""


def _again(console: Console) -> bool:
    console.err.write("Edit again? [Y/n] ")
    console.err.flush()
    return sys.stdin.readline().strip().lower() in ("", "y", "yes")


def _left_alone(letter: Letter, source: str) -> str:
    """Keep a version that is no letter, and say where."""
    from tempfile import mkdtemp

    from corpuscli.store.outside import write_text

    path = f"{mkdtemp(prefix='corpuscli-')}/{letter.stem}.txt"
    write_text(path, source)
    return f"{letter.path}: left alone; what you wrote is kept in {path}"
