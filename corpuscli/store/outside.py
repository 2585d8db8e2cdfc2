"""Writes files that are no part of a corpus: a baseline, the summary of a CI job."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, TextIO

from corpuscli.errors import WriteError
from corpuscli.store.guarding import keep_off

if TYPE_CHECKING:
    from collections.abc import Generator


def write_text(path: str, text: str) -> None:
    """Write a file whole; see ``replacing``.

    Raises:
        WriteError: It cannot be written.
    """
    with replacing(path) as file:
        file.write(text)


def append_text(path: str, text: str) -> None:
    """Add to the end of a file.

    Raises:
        WriteError: It cannot be written.
    """
    try:
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as problem:
        raise WriteError(f"{path}: {problem.strerror}") from None


@contextmanager
def replacing(path: str) -> Generator[TextIO]:
    """Open a file that is written piece by piece; the old one stands until the new one is complete, and its mode stays.

    Devices and pipes, as /dev/null or a shell's >(gzip), are written into.

    Raises:
        WriteError: It cannot be written, or belongs to a corpus.
    """
    keep_off(path)
    try:
        with _into(path) if _is_stream(path) else _whole(os.path.realpath(path)) as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise WriteError(f"{path}: {problem.strerror}: nothing was written") from None


@contextmanager
def spooled() -> Generator[IO[str]]:
    """Open a temporary file for text that is read again from its start; it has no name, and is gone when closed."""
    with TemporaryFile("w+", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        yield file


def _is_stream(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _into(path: str) -> TextIO:
    return open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n")


@contextmanager
def _whole(target: str) -> Generator[TextIO]:
    from corpuscli.store.writing.disk import remove_quietly, sync_folder, temporary_name

    temporary = temporary_name(target, str(os.getpid()))
    remove_quietly(temporary)  # a killed process may have had this one's number
    try:
        with open(temporary, "x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            _keep_mode(file.fileno(), target)
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
        sync_folder(os.path.dirname(target))
    finally:
        remove_quietly(temporary)


def _keep_mode(handle: int, target: str) -> None:
    if hasattr(os, "fchmod") and os.path.exists(target):
        os.fchmod(handle, os.stat(target).st_mode & 0o7777)
