"""Where a change may go: inside the corpus, through real folders, onto files of its own."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from corpuscli.errors import WriteError
from corpuscli.store.corpus import shown_path

if TYPE_CHECKING:
    from pathlib import Path


def confined(root: Path, path: str) -> str:
    """Return where a corpus-relative path is.

    Raises:
        WriteError: The path leaves the corpus, or leads through a link.
    """
    parts = path.split("/")
    if not path or "\0" in path or os.path.isabs(path) or any(part in ("", ".", "..") for part in parts):
        raise WriteError(f"{path!r}: not a path inside the corpus")
    folder = str(root)
    for part in parts[:-1]:
        folder = os.path.join(folder, part)
        if os.path.islink(folder):
            raise WriteError(f"{shown_path(folder)}: a link; write to the folder it points to")
    return os.path.join(folder, parts[-1])


def check_own_file(target: str) -> os.stat_result | None:
    """Return the status of the file to replace, None where there is none.

    Raises:
        WriteError: It is a link, has several names, or is no regular file.
    """
    try:
        status = os.lstat(target)
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise WriteError(f"{shown_path(target)}: {problem.strerror}") from None
    if stat.S_ISLNK(status.st_mode):
        raise WriteError(f"{shown_path(target)}: a symbolic link; it would be replaced by a file: change its target")
    if not stat.S_ISREG(status.st_mode):
        raise WriteError(f"{shown_path(target)}: no regular file")
    if status.st_nlink > 1:
        raise WriteError(f"{shown_path(target)}: a hard link with {status.st_nlink} names: break it first")
    return status
