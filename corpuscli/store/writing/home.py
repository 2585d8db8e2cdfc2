"""``.corpuscli/``: the folder inside the corpus that holds the lock, the journal and the undo records."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from corpuscli.errors import WriteError
from corpuscli.store.corpus import shown_path
from corpuscli.store.writing.disk import sync_folder, temporary_name, write_synced
from corpuscli.store.writing.gitindex import tracked

if TYPE_CHECKING:
    from pathlib import Path

NAME = ".corpuscli"


def open_home(root: Path) -> str:
    """Return the folder's path, made when it is not there.

    Raises:
        WriteError: It is a link, belongs to another user or is tracked by git: a cloned corpus may have brought it.
        OSError: As the system says.
    """
    home = os.path.join(root, NAME)
    try:
        os.mkdir(home, 0o700)
    except FileExistsError:
        check_home(home)
    else:
        sync_folder(str(root))
    ignore = os.path.join(home, ".gitignore")
    if not os.path.lexists(ignore):
        temporary = temporary_name(ignore, str(os.getpid()))
        write_synced(temporary, b"*\n")
        os.replace(temporary, ignore)
    return home


def check_home(home: str) -> None:
    """Refuse a folder that is not ours; see ``open_home``."""
    _check_folder(home)
    if os.path.lexists(os.path.join(home, "undo")):
        _check_folder(os.path.join(home, "undo"))
    if tracked(home):
        raise WriteError(
            f"{shown_path(home)}: tracked by git; take it out: git rm -r --cached {NAME} "
            "(and, where the index is split, git update-index --no-split-index)"
        )


def _check_folder(folder: str) -> None:
    status = os.lstat(folder)
    if not stat.S_ISDIR(status.st_mode):
        raise WriteError(f"{shown_path(folder)}: a link or file where our folder should be; take it away")
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        raise WriteError(f"{shown_path(folder)}: belongs to another user; take it away or make it yours")
