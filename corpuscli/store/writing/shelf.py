"""The shelf of records: folders in ``.corpuscli/undo`` whose names tell their state.

==================  =========================================================================
``000012``          finished: can be undone
``000012-000010``   finished: continues command 10, and is undone together with it
``000012.pending``  the command is at work, or was killed: the next one rolls it back
``000012.scrap``    being written, or being removed: of no effect
==================  =========================================================================

So every step from one state to the next is one rename. ``000012-000010.pending`` is possible too. A name that we would
not write (a number with further zeros, a record that continues a later one) is none of ours and passed over.
"""

from __future__ import annotations

import os
import re
import stat

from corpuscli.errors import UndoError
from corpuscli.model.values import dataclass
from corpuscli.store.corpus import shown_path
from corpuscli.store.writing.disk import remove_folder_quietly, remove_quietly, sync_folder

KEPT = 50
"""How many commands can be undone."""
FINISHED, PENDING, SCRAP = "", ".pending", ".scrap"

_NAME = re.compile(r"([0-9]{6,9})(?:-([0-9]{6,9}))?(\.pending|\.scrap)?")
_LAST = 999_999_999
"""A record above it would not be found again; only an enemy writes so many."""
_PART = re.compile(r"record\.json|[0-9]+\.old")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A record's place on the shelf.

    Args:
        number: Its number; later records have higher ones.
        group: The number of the first record of the same command.
        state: FINISHED, PENDING or SCRAP.
        path: The folder.
    """

    number: int
    group: int
    state: str
    path: str

    def moved(self, state: str) -> Entry:
        """Rename the folder to another state; the shelf must be synced afterwards."""
        there = self.at(state)
        os.rename(self.path, there.path)
        return there

    def at(self, state: str) -> Entry:
        """Return the place that the record has in another state."""
        path = os.path.join(os.path.dirname(self.path), _name(self.number, self.group, state))
        return Entry(self.number, self.group, state, path)


def _name(number: int, group: int, state: str) -> str:
    follows = f"-{group:06}" if group != number else ""
    return f"{number:06}{follows}{state}"


def shelf(home: str) -> str:
    """Return the folder of the records."""
    return os.path.join(home, "undo")


def entries(home: str) -> list[Entry]:
    """List the records of all states, oldest first; what has another name is passed over.

    Raises:
        UndoError: A record's place is taken by a link or file.
    """
    try:
        names = os.listdir(shelf(home))
    except FileNotFoundError:
        return []
    found: list[Entry] = []
    for name in names:
        match = _NAME.fullmatch(name)
        if match is None or not _ours(name, match):
            continue
        path = os.path.join(shelf(home), name)
        if not stat.S_ISDIR(os.lstat(path).st_mode):
            raise UndoError(f"{shown_path(path)}: a link or file where a record should be; take it away")
        number = int(match[1])
        found.append(Entry(number, int(match[2] or number), match[3] or FINISHED, path))
    return sorted(found)


def _ours(name: str, match: re.Match[str]) -> bool:
    number, group = int(match[1]), int(match[2] or match[1])
    return 0 < group <= number and name == _name(number, group, match[3] or FINISHED)


def finished(home: str) -> list[Entry]:
    """List the records that can be undone, oldest first."""
    return [entry for entry in entries(home) if entry.state == FINISHED]


def new_entry(home: str, group: int = 0) -> Entry:
    """Make a folder for the next record, as SCRAP.

    Args:
        home: The corpus's ``.corpuscli``.
        group: The number of the record that it continues; 0 where it is a command of its own.

    Raises:
        UndoError: There is no higher number than the last record's.
        OSError: As the system says.
    """
    base = shelf(home)
    try:
        os.mkdir(base, 0o700)
    except FileExistsError:
        pass
    else:
        sync_folder(home)
    number = max((entry.number for entry in entries(home)), default=0) + 1
    if number > _LAST:
        raise UndoError(
            f"{shown_path(base)}: a record has the number {_LAST}, which nothing can follow; "
            "drop all records: corpuscli undo --forget"
        )
    path = os.path.join(base, _name(number, group or number, SCRAP))
    os.mkdir(path, 0o700)
    return Entry(number, group or number, SCRAP, path)


def drop(*gone: Entry) -> None:
    """Take records from the shelf, each at one stroke; what remains of them is of no effect.

    Their files go when it is sure that they are dropped: a record that came back without them would be damaged.

    Raises:
        OSError: Some are still there.
    """
    if not gone:
        return
    scraps = [entry.moved(SCRAP) if entry.state != SCRAP else entry for entry in gone]
    sync_folder(os.path.dirname(scraps[0].path))
    for scrap in scraps:
        empty(scrap)


def empty(entry: Entry) -> None:
    """Remove what remains of a record; what cannot be removed stays and does no harm."""
    try:
        names = os.listdir(entry.path)
    except OSError:
        return
    for name in names:
        if _PART.fullmatch(name):
            remove_quietly(os.path.join(entry.path, name))
    remove_folder_quietly(entry.path)


def prune(home: str) -> None:
    """Drop the oldest commands beyond ``KEPT``, and what is left of dropped ones."""
    kept = entries(home)
    groups = sorted({entry.group for entry in kept if entry.state == FINISHED})[:-KEPT]
    for entry in kept:
        if entry.state == SCRAP:
            empty(entry)
    drop(*(entry for entry in kept if entry.state == FINISHED and entry.group in groups))
