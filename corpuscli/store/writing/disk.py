"""The calls that reach the disk, each followed by what makes it last."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from io import FileIO

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
TEMPORARY = ".corpuscli-"
"""How names of temporary files begin: with a full stop, so that none is ever a letter."""


def temporary_name(target: str) -> str:
    """Return the temporary file's path for ``target``: in the same folder, the same for every try."""
    folder, name = os.path.split(target)
    return os.path.join(folder, f"{TEMPORARY}{name[:200]}.tmp")


def write_synced(path: str, data: bytes, mode: int | None = None) -> None:
    """Write a new file whole and make it last.

    Args:
        path: Where; what stands there from a broken run is replaced.
        data: All its bytes.
        mode: Permission bits; by default what the process gives a new file.

    Raises:
        OSError: As the system says; nothing is left at ``path``.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_FOLLOW | _BINARY, 0o666)
        with open(handle, "wb", buffering=0) as file:
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(handle, mode)
            _write_all(file, data)
            os.fsync(handle)
    except BaseException:
        remove_quietly(path)
        raise


def _write_all(file: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = file.write(rest)
        if not written:
            raise OSError(errno.EIO, "the disk took fewer bytes than it was given")
        rest = rest[written:]


def sync_folder(folder: str) -> None:
    """Make the names in a folder last; a no-op where folders cannot be opened."""
    try:
        handle = os.open(folder or ".", os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_quietly(path: str) -> None:
    """Remove a file of ours if it is there."""
    try:
        os.unlink(path)
    except OSError:
        return
