"""Carries out a transaction for a person: the diff first, then the files, then how to take it back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from corpuscli.cli.agreeing import agreed
from corpuscli.cli.diffing import show_diff

if TYPE_CHECKING:
    from corpuscli.cli.console import Console
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.writing.transaction import Transaction


def command_line() -> str:
    """Return the command line, for ``undo --list``."""
    from shlex import join

    return join(sys.argv[1:])


def carry_out(console: Console, corpus: Corpus, job: Transaction, *, dry_run: bool, ask: bool = False) -> None:
    """Make the changes, or show them.

    Args:
        console: Where words go.
        corpus: The corpus.
        job: The changes.
        dry_run: Whether they are only shown, as a diff.
        ask: Whether a person at a terminal sees the diff and is asked first.
    """
    if not job.changes:
        console.say("Nothing to change.")
        return
    if dry_run:
        _show(console, corpus, job)
        return
    if ask and console.interactive:
        _show(console, corpus, job)
        if not agreed(console, f"Change {_files(job)}?"):
            console.say("Nothing was changed.")
            return
    job.commit()
    for path in dict.fromkeys(change.path for change in job.changes):
        console.print(corpus.shown(path))
    done = "changed" if any(change.new is not None for change in job.changes) else "removed"
    console.say(f"{_files(job)} {done}; corpuscli undo takes that back.")


def _files(job: Transaction) -> str:
    count = len({change.path for change in job.changes})
    return f"{count} file{'s' * (count != 1)}"


def _show(console: Console, corpus: Corpus, job: Transaction) -> None:
    for change in job.changes:
        old, new = ((data or b"").decode("utf-8", "replace") for data in (change.old, change.new))
        show_diff(console, corpus.shown(change.path), old, new)
