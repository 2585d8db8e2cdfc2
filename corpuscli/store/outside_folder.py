"""Writes a folder of files that is no part of a corpus: all of them are complete, or none is there."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, contextmanager, suppress
from typing import IO, TYPE_CHECKING, TextIO

from corpuscli.errors import WriteError
from corpuscli.store.guarding import keep_off
from corpuscli.store.writing.disk import temporary_name

if TYPE_CHECKING:
    from collections.abc import Generator


class Folder:
    """A folder that is being written.

    Args:
        root: Where its files lie until all are complete.
    """

    def __init__(self, root: str) -> None:
        """Hold no file yet."""
        self._root = root
        self._open = ExitStack()

    def text(self, name: str) -> TextIO:
        """Open a file for text; it stays open until the folder is complete."""
        return self._open.enter_context(open(self._path(name), "x", encoding="utf-8", newline="\n"))

    def data(self, name: str) -> IO[bytes]:
        """Open a file for bytes; it stays open until the folder is complete."""
        return self._open.enter_context(open(self._path(name), "xb"))

    def whole(self, name: str, text: str) -> None:
        """Write a file and close it."""
        with open(self._path(name), "x", encoding="utf-8", newline="\n") as file:
            file.write(text)

    def close(self) -> None:
        """Close what is open."""
        self._open.close()

    def _path(self, name: str) -> str:
        path = os.path.join(self._root, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path


@contextmanager
def filling(path: str) -> Generator[Folder]:
    """Fill a folder; its files come to their places when all are complete, others there stay as they are.

    Raises:
        WriteError: It cannot be written, or is where a corpus keeps its records.
    """
    target = os.path.realpath(path)
    keep_off(os.path.join(target, "file"))
    if os.path.lexists(target) and not os.path.isdir(target):
        raise WriteError(f"{path}: is a file, and a folder is to be written: name another")
    temporary = temporary_name(target, str(os.getpid()))
    shutil.rmtree(temporary, ignore_errors=True)
    folder = Folder(temporary)
    try:
        os.mkdir(temporary)
        yield folder
        folder.close()
        _settle(temporary, target)
    except OSError as problem:
        raise WriteError(f"{path}: {problem.strerror or problem}: nothing was written") from None
    finally:
        with suppress(OSError):  # what could not be written cannot be flushed either
            folder.close()
        shutil.rmtree(temporary, ignore_errors=True)


def _settle(temporary: str, target: str) -> None:
    if not os.path.lexists(target):
        os.replace(temporary, target)
        return
    for root, _, names in os.walk(temporary):
        inside = os.path.join(target, os.path.relpath(root, temporary))
        os.makedirs(inside, exist_ok=True)
        for name in sorted(names):
            os.replace(os.path.join(root, name), os.path.join(inside, name))
