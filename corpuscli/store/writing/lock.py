"""The corpus's lock: one writing command at a time. The file stays; the system frees the lock when its holder ends."""

from __future__ import annotations

import os
import stat
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from corpuscli.errors import LockedError, WriteError
from corpuscli.store.corpus import shown_path

if TYPE_CHECKING:
    from collections.abc import Generator

PATIENCE = 10.0
"""Seconds to wait for another command."""

_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_WIDTH = 20
_NOBODY = b" " * _WIDTH
"""The holder's process number, filled with blanks: so it is written over without ever cutting the file."""
_FAR = 1 << 30
"""Where Windows locks: a locked byte cannot be read there, and the first ones name the holder."""


@contextmanager
def locked(home: str, patience: float = PATIENCE) -> Generator[None]:
    """Hold the lock of the corpus whose ``.corpuscli`` folder is ``home``.

    Raises:
        LockedError: Another process has held it for ``patience`` seconds; named where it can be.
        WriteError: The lock is no regular file.
        OSError: As the system says; some file systems know no locks.
    """
    path = os.path.join(home, "lock")
    until = time.monotonic() + patience
    while (handle := _held(path, until)) is None:
        continue
    try:
        _name_holder(handle, f"{os.getpid():<{_WIDTH}}\n".encode())
        yield
        _name_holder(handle, _NOBODY)
    finally:
        os.close(handle)


def _held(path: str, until: float) -> int | None:
    """Open the lock and wait for it; None where somebody has cleaned up meanwhile, so that others lock another file."""
    handle = os.open(path, _OPEN, 0o600)
    held = False
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise WriteError(f"{shown_path(path)}: no regular file; take it away")
        _wait(handle, until)
        held = _still_named(handle, path)
    finally:
        if not held:
            os.close(handle)
    return handle if held else None


def _still_named(handle: int, path: str) -> bool:
    """Tell whether the file that we hold is the one that others would open."""
    try:
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    except FileNotFoundError:
        return False


def _name_holder(handle: int, words: bytes) -> None:
    """Write who holds the lock; a full disk is no reason not to hold it."""
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, words)


def _wait(handle: int, until: float) -> None:
    pause = 0.005
    while not _try(handle):
        if time.monotonic() >= until:
            raise LockedError(
                f"the corpus is locked by {_holder(handle)}: wait until it has ended, then run this again"
            )
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)


def _holder(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    holder = os.read(handle, _WIDTH).decode("ascii", "replace").strip()
    return f"process {holder}" if holder.isdecimal() and _runs(int(holder)) else "another process"


def _runs(process: int) -> bool:
    """Tell whether there is such a process: what a killed one wrote stands until the next has written."""
    if os.name == "nt":  # there is no asking there that does not end it
        return True
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def _try(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:
        return _try_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _try_windows(handle: int) -> bool:
    import msvcrt

    os.lseek(handle, _FAR, os.SEEK_SET)
    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore] # Windows only
    except PermissionError:
        return False
    return True
