"""The calls that reach the disk, each followed by what makes it last."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpuscli.errors import WriteError
from corpuscli.store.corpus import shown_path

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

TEMPORARY = ".corpuscli-"
"""How names of temporary files begin: with a full stop, so that none is ever a letter."""

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def temporary_name(target: str, mark: str = "") -> str:
    """Return a temporary file's path for ``target``: in the same folder, the same for every try.

    Args:
        target: The file that it will replace.
        mark: What tells it from others; by default the beginning of the target's name.
    """
    folder, name = os.path.split(target)
    return os.path.join(folder, f"{TEMPORARY}{mark or name[:40]}.tmp")


def write_synced(path: str, data: bytes, like: os.stat_result | None = None, mode: int | None = None) -> None:
    """Write a new file whole and make it last.

    Args:
        path: Where; a file that stands there from a broken run is taken away first, never written into.
        data: All its bytes.
        like: The file whose permission bits and, where it may be, owner it gets.
        mode: Its permission bits; by default what the process gives a new file.

    Raises:
        OSError: As the system says; nothing is left at ``path``.
    """
    handle = _created(path)
    try:
        try:
            _dress(handle, like, mode)
            _write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        remove_quietly(path)
        raise


def _created(path: str) -> int:
    try:
        return os.open(path, _CREATE, 0o666)
    except FileExistsError:
        os.unlink(path)
        return os.open(path, _CREATE, 0o666)


def _dress(handle: int, like: os.stat_result | None, mode: int | None) -> None:
    if not hasattr(os, "fchmod"):
        return
    if like is not None:
        now = os.fstat(handle)
        if (now.st_uid, now.st_gid) != (like.st_uid, like.st_gid):
            _give(handle, like)
        mode = like.st_mode & 0o7777
    if mode is not None:
        os.fchmod(handle, mode)


def _give(handle: int, like: os.stat_result) -> None:
    """Give a file the owner of another; only the administrator may."""
    try:
        os.fchown(handle, like.st_uid, like.st_gid)
    except PermissionError:
        return


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = os.write(handle, rest)
        rest = rest[written:]
        if not written:
            break
    if os.fstat(handle).st_size != len(data):
        raise OSError(errno.EIO, "the disk took fewer bytes than it was given")


def sync_folder(folder: str) -> None:
    """Make the names in a folder last; a no-op on Windows, and on file systems that cannot.

    Raises:
        OSError: As the system says; a folder that may not be read cannot be made to last.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        if os.name == "nt":  # folders cannot be opened there
            return
        raise
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def name_new(temporary: str, target: str) -> None:
    """Give a complete file its name where nothing bears it.

    Raises:
        FileExistsError: Something does.
        OSError: As the system says.
    """
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links; the lock keeps other commands of ours out
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target) from None
        os.rename(temporary, target)
    else:
        os.unlink(temporary)


def make_folders(folders: list[str]) -> None:
    """Make folders, outer ones first, and make them last."""
    for folder in folders:
        try:
            os.mkdir(folder)
        except FileExistsError:
            continue
        sync_folder(os.path.dirname(folder))


def remove_quietly(path: str) -> None:
    """Remove a file of ours if it is there."""
    try:
        os.unlink(path)
    except OSError:
        return


def remove_folder_quietly(path: str) -> None:
    """Remove a folder of ours if it is there and empty."""
    try:
        os.rmdir(path)
    except OSError:
        return


@contextmanager
def naming(path: str) -> Generator[None]:
    """Let what the system complains of bear the name of the file that the user knows."""
    try:
        yield
    except OSError as problem:
        problem.filename = path
        raise


def said(problem: OSError, root: str) -> WriteError:
    """Turn what the system says into what the user reads."""
    name = problem.filename if isinstance(problem.filename, str) else root
    return WriteError(f"{shown_path(name)}: {problem.strerror or problem}: nothing was changed")


@contextmanager
def speaking(root: Path) -> Generator[None]:
    """Let nothing out that the system complains of but as what the user reads; see ``said``."""
    try:
        yield
    except OSError as problem:
        raise said(problem, str(root)) from None
