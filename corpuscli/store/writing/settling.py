"""Opens a corpus for a command that writes: what a stopped command left half done is rolled back before it is read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpuscli.store.corpus import Corpus, open_corpus
from corpuscli.store.writing.shelf import PENDING, shelf

if TYPE_CHECKING:
    from pathlib import Path


def open_to_write(path: str | None, *, dry_run: bool = False) -> Corpus:
    """Open the corpus at ``path``, or the one in use, as the last command that came to its end left it.

    Args:
        path: As for ``open_corpus``.
        dry_run: Whether nothing will be written; then nothing is rolled back either.

    Raises:
        NoCorpusError: None is there.
        ConfigError: corpus.yaml cannot be read.
        UndoError: What was left half done cannot be rolled back.
        LockedError: Another command is at work.
    """
    corpus = open_corpus(path)
    if not dry_run:
        settle(corpus.root)
    return corpus


def settle(root: Path) -> None:
    """Roll back what a stopped command left half done; see ``open_to_write``."""
    from corpuscli.store.writing.disk import speaking
    from corpuscli.store.writing.home import NAME, check_home
    from corpuscli.store.writing.lock import locked
    from corpuscli.store.writing.recovery import recover

    home = os.path.join(root, NAME)
    with speaking(root):
        if _stopped(home):
            check_home(home)
            with locked(home):
                recover(root, home)


def _stopped(home: str) -> bool:
    try:
        return any(name.endswith(PENDING) for name in os.listdir(shelf(home)))
    except (FileNotFoundError, NotADirectoryError):
        return False
