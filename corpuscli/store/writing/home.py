"""``.corpuscli/``: the folder inside the corpus that holds the lock, the journal and the undo records."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from corpuscli.errors import WriteError
from corpuscli.store.corpus import shown_path
from corpuscli.store.writing.disk import write_synced

if TYPE_CHECKING:
    from pathlib import Path

NAME = ".corpuscli"


def open_home(root: Path) -> str:
    """Return the folder's path, made when it is not there.

    Raises:
        WriteError: It is a link, belongs to another user or is tracked by git: a cloned corpus may have brought it.
    """
    home = os.path.join(root, NAME)
    try:
        os.makedirs(home, mode=0o700, exist_ok=True)
        check_home(home)
        ignore = os.path.join(home, ".gitignore")
        if not os.path.lexists(ignore):
            write_synced(ignore, b"*\n")
    except OSError as problem:
        raise WriteError(f"{shown_path(home)}: {problem.strerror}") from None
    return home


def check_home(home: str) -> None:
    """Refuse a folder that is not ours; see ``open_home``."""
    status = os.lstat(home)
    if not stat.S_ISDIR(status.st_mode):
        raise WriteError(f"{shown_path(home)}: a link or file where our folder should be; take it away")
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        raise WriteError(f"{shown_path(home)}: belongs to another user; take it away or make it yours")
    if _tracked(home):
        raise WriteError(f"{shown_path(home)}: tracked by git; take it out: git rm -r --cached {NAME}")


def _tracked(home: str) -> bool:
    """Look for our folder's name in git's index, which holds paths as plain bytes; no git is run."""
    folder = os.path.dirname(home)
    while True:
        index = os.path.join(folder, ".git", "index")
        if os.path.isfile(index):
            with open(index, "rb") as file:
                inside = os.path.relpath(home, folder).replace(os.sep, "/")
                return f"{inside}/".encode("utf-8", "surrogateescape") in file.read()
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return False
        folder = parent
