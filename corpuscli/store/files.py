"""Reads files whole, as UTF-8 text that keeps every code point."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from corpuscli.errors import EncodingError, InputError

if TYPE_CHECKING:
    from typing import IO

_FIRST_CYRILLIC = 0xC0
"""The byte of А in windows-1251; all letters of the alphabet but two follow it."""

MAX_BYTES = 32 * 1024 * 1024
"""The largest file that is read as a letter, a page or a register."""


NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)
"""Lets no link be opened; 0 where the system knows of no such thing."""
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A FIFO would block an ordinary open for ever."""


def read_bytes(path: str, shown: str = "", *, limit: int = MAX_BYTES, flags: int = 0) -> bytes:
    """Read a regular file.

    Args:
        path: Where it is; links are followed.
        shown: How messages name it; ``path`` by default.
        limit: The most bytes it may have.
        flags: What else the system is told when it opens the file, as ``NO_LINK``.

    Raises:
        InputError: It is not there, not readable, no regular file, or larger than ``limit``.
    """
    shown = shown or path
    try:
        handle = os.open(path, _READING | flags)
        try:
            status = os.fstat(handle)
            if stat.S_ISDIR(status.st_mode):
                raise IsADirectoryError
            if not stat.S_ISREG(status.st_mode):
                raise InputError("no regular file: only files of text are read", shown)
            if status.st_size > limit:
                raise InputError(f"larger than {limit // (1024 * 1024)} MiB: split it", shown)
            return _all(handle, status.st_size, limit)
        finally:
            os.close(handle)
    except (OSError, ValueError) as problem:
        raise InputError(_reason(problem), shown) from None


def _all(handle: int, size: int, limit: int) -> bytes:
    """Read to the end of the file, or one byte more than it may have; mostly that is one call."""
    data = os.read(handle, size + 1)
    if len(data) == size:
        return data
    pieces = [data]
    while data and sum(map(len, pieces)) <= limit:
        data = os.read(handle, limit)
        pieces.append(data)
    return b"".join(pieces)


def _reason(problem: OSError | ValueError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "no such file"
    if isinstance(problem, PermissionError):
        return "no permission to read it"
    if isinstance(problem, IsADirectoryError):
        return "a folder, not a file"
    return f"cannot be read: {getattr(problem, 'strerror', None) or problem}"


def decode(data: bytes, shown: str) -> str:
    """Decode UTF-8; a BOM stays as the first code point, line ends stay as they are.

    Raises:
        EncodingError: At the line and column of the first bad byte, with a guess at what the file is.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = data[: problem.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise EncodingError(_guess(data), shown, line, column) from None


def _guess(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "not UTF-8 but UTF-16: convert it (iconv -f UTF-16 -t UTF-8)"
    if b"\0" in data:
        return "not text but binary data: save it as plain text (UTF-8)"
    letters = sum(byte >= _FIRST_CYRILLIC for byte in data)
    if letters * 4 > len(data):
        return "not UTF-8, perhaps windows-1251: convert it (iconv -f WINDOWS-1251 -t UTF-8)"
    return "not UTF-8: convert it (for example iconv -f WINDOWS-1252 -t UTF-8)"


def read_text(path: str, shown: str = "") -> str:
    """Read and decode a file; see ``read_bytes`` and ``decode``."""
    return decode(read_bytes(path, shown), shown or path)


def spool() -> IO[bytes]:
    """Open an empty file for what memory has no room for; it has no name, and goes when it is closed."""
    from tempfile import TemporaryFile

    return TemporaryFile(prefix="corpuscli-")
