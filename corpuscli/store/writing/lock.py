"""The corpus's lock: one writing command at a time. The file stays; the system frees the lock when its holder ends."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpuscli.errors import LockedError

if TYPE_CHECKING:
    from collections.abc import Generator

PATIENCE = 10.0
"""Seconds to wait for another command."""


@contextmanager
def locked(home: str, patience: float = PATIENCE) -> Generator[None]:
    """Hold the lock of the corpus whose ``.corpuscli`` folder is ``home``.

    Raises:
        LockedError: Another process has held it for ``patience`` seconds; named where it can be.
    """
    handle = os.open(os.path.join(home, "lock"), os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        _wait(handle, patience)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0) if hasattr(os, "pwrite") else None
        yield
    finally:
        os.close(handle)


def _wait(handle: int, patience: float) -> None:
    until = time.monotonic() + patience
    pause = 0.005
    while not _try(handle):
        if time.monotonic() >= until:
            holder = os.read(handle, 32).decode("ascii", "replace").strip()
            named = f"process {holder}" if holder.isdecimal() else "another process"
            raise LockedError(f"the corpus is locked by {named}: wait until it has ended, then run this again")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)


def _try(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
