"""Where a change may go: inside the corpus, through real folders, onto files of its own."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from corpuscli.errors import WriteError
from corpuscli.model.values import dataclass
from corpuscli.store.corpus import shown_path
from corpuscli.store.files import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Standing:
    """A file as it stands: its bytes, and its status when they were read."""

    data: bytes
    status: os.stat_result

    def still_at(self, target: str) -> bool:
        """Tell whether nobody has written the file since, nor put another in its place."""
        try:
            return _mark(os.lstat(target)) == _mark(self.status)
        except FileNotFoundError:
            return False


def _mark(status: os.stat_result) -> tuple[int, ...]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def confined(root: Path, path: str) -> str:
    """Return where a corpus-relative path is.

    Raises:
        WriteError: The path leaves the corpus, names what begins with a full stop, or leads through a link.
    """
    parts = path.replace(os.sep, "/").split("/")
    if "\0" in path or os.path.splitdrive(path)[0] or any(not part or part.startswith(".") for part in parts):
        raise WriteError(f"{path!r}: not a path inside the corpus")
    folder = str(root)
    for part in parts[:-1]:
        folder = os.path.join(folder, part)
        try:
            status = os.lstat(folder)
        except FileNotFoundError:
            break
        except OSError as problem:
            raise WriteError(f"{shown_path(folder)}: {problem.strerror}") from None
        if not stat.S_ISDIR(status.st_mode):
            raise WriteError(
                f"{shown_path(folder)}: a link or file where a folder should be; use a folder of the corpus"
            )
    return os.path.join(root, *parts)


def missing_folders(target: str) -> list[str]:
    """Return the folders that a file needs and that are not there, outer ones first."""
    missing: list[str] = []
    folder = os.path.dirname(target)
    while not os.path.lexists(folder):
        missing.insert(0, folder)
        folder = os.path.dirname(folder)
    return missing


def read_own(target: str, *, linked: bool = False) -> Standing | None:
    """Read the file that a change would replace; None where there is none.

    Args:
        target: Where it is; links are not followed.
        linked: Whether it may have several names.

    Raises:
        WriteError: It is a link, has several names, is no regular file, is too large or cannot be read.
    """
    try:
        seen = os.lstat(target)
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise WriteError(f"{shown_path(target)}: {problem.strerror}") from None
    if stat.S_ISLNK(seen.st_mode):
        raise WriteError(f"{shown_path(target)}: a symbolic link; it would be replaced by a file: change its target")
    if not stat.S_ISREG(seen.st_mode):
        raise WriteError(f"{shown_path(target)}: no regular file")
    if seen.st_nlink > 1 and not linked:
        raise WriteError(f"{shown_path(target)}: a hard link with {seen.st_nlink} names: break it first")
    if seen.st_size > MAX_BYTES:
        raise WriteError(f"{shown_path(target)}: larger than {MAX_BYTES // (1024 * 1024)} MiB: split it")
    try:
        handle = os.open(target, _READ)
        try:
            return Standing(_read_all(handle), os.fstat(handle))
        finally:
            os.close(handle)
    except OSError as problem:
        raise WriteError(f"{shown_path(target)}: {problem.strerror}") from None


def _read_all(handle: int) -> bytes:
    parts: list[bytes] = []
    while part := os.read(handle, 1 << 20):
        parts.append(part)
    return b"".join(parts)
