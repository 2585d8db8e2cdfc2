"""A transaction: files created, replaced, removed or renamed together, or not at all."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.errors import WriteError
from corpuscli.model.values import dataclass
from corpuscli.store.writing.disk import speaking
from corpuscli.store.writing.home import open_home
from corpuscli.store.writing.lock import locked
from corpuscli.store.writing.making import Change, make
from corpuscli.store.writing.place import confined
from corpuscli.store.writing.recovery import recover
from corpuscli.store.writing.shelf import prune

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(slots=True)
class Transaction:
    """Collects changes, then makes them all at once.

    Args:
        root: The corpus's folder.
        command: The command line, kept for ``undo --list``.
    """

    root: Path
    command: str
    changes: list[Change] = field(default_factory=list[Change])

    def create(self, path: str, data: bytes) -> None:
        """Make a file that is not there."""
        self.changes.append(Change(path, None, data))

    def replace(self, path: str, old: bytes, new: bytes) -> None:
        """Replace a file's bytes; ``old`` is what was read. Equal bytes are no change."""
        if old != new:
            self.changes.append(Change(path, old, new))

    def remove(self, path: str, old: bytes) -> None:
        """Take a file away; ``old`` is what was read."""
        self.changes.append(Change(path, old, None))

    def rename(self, path: str, to: str, old: bytes, new: bytes | None = None) -> None:
        """Give a file another path, and other bytes where ``new`` is given."""
        self.create(to, old if new is None else new)
        self.remove(path, old)

    def commit(self, *, check: Callable[[], None] | None = None, batch_of: int | None = None) -> int | None:
        """Make all changes.

        Args:
            check: Called when the lock is held and before anything is written; may raise to refuse.
            batch_of: What the first commit of a long import returned: all its batches are undone together.

        Returns:
            The number of the command's undo record; ``batch_of`` where there was nothing to change.

        Raises:
            ChangedError: A file is not what was read, or one to be created is there.
            WriteError: A path that is no place for a letter, a full disk, no permission; nothing was changed.
            LockedError: Another command is at work.
        """
        if not self.changes:
            return batch_of
        if len({confined(self.root, change.path) for change in self.changes}) != len(self.changes):
            raise WriteError("a file would be changed twice at once: nothing was changed")
        with speaking(self.root):
            home = open_home(self.root)
            with locked(home):
                recover(self.root, home)
                if check is not None:
                    check()
                entry = make(self.root, home, self.command, self.changes, time.time(), group=batch_of or 0)
                with suppress(OSError):
                    prune(home)
                return entry.group
