"""One walk over a corpus's letters with what tells whether a file has changed."""

from __future__ import annotations

import os
from operator import attrgetter
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.store.corpus import SUFFIXES, shown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpuscli.store.corpus import Corpus

Stamp = tuple[str, int, int, int, int]
"""Path in the corpus, size in bytes, mtime and ctime in nanoseconds, inode."""
Shelf = tuple[str, list[tuple[str, tuple[int, int, int, int]]]]
"""A folder, as what stands before its letters' names in their paths; name and rest of the stamp of each letter."""


def kept_path(path: str) -> str | bytes:
    """Return a path as the index can hold it: SQLite knows no text that is not UTF-8."""
    return path if path.isascii() or path.isprintable() else os.fsencode(path)


def given_path(held: str | bytes) -> str:
    """Return the path that the index holds."""
    return held if isinstance(held, str) else os.fsdecode(held)


def shelves(folder: str, prefix: str = "") -> Iterator[Shelf]:
    """Yield the letters of each folder, in the order in which the system lists them: the same while nothing changes.

    Links to files are followed, as reading does; linked folders are not entered. This is nearly all that a question to
    a large corpus that has not changed costs, so it does no more than the walk itself.

    Raises:
        InputError: A folder cannot be listed.
    """
    letters: list[tuple[str, tuple[int, int, int, int]]] = []
    below: list[tuple[str, str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name[0] in "._":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    below.append((f"{prefix}{name}/", entry.path))
                elif name.endswith(SUFFIXES):
                    try:
                        letters.append((name, _TIMES(entry.stat())))
                    except OSError:
                        letters.append((name, _GONE))
    except OSError as problem:
        raise InputError(f"cannot be listed: {problem.strerror}", shown_path(folder)) from None
    yield prefix, letters
    for inner, path in below:
        yield from shelves(path, inner)


def stamps(found: Iterable[Shelf]) -> list[Stamp]:
    """Return the stamps of all letters of some folders, in the order of their paths."""
    return sorted((prefix + name, *rest) for prefix, letters in found for name, rest in letters)


def stamp_of(corpus: Corpus, path: str) -> Stamp:
    """Return the stamp of one letter."""
    try:
        return path, *_TIMES(os.stat(corpus.absolute(path)))
    except OSError:
        return path, *_GONE


_TIMES: Callable[[os.stat_result], tuple[int, int, int, int]] = attrgetter(
    "st_size", "st_mtime_ns", "st_ctime_ns", "st_ino"
)
_GONE = (-1, 0, 0, 0)
