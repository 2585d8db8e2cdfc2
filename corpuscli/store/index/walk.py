"""One walk over a corpus's letters with what tells whether a file has changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpuscli.store.corpus import SUFFIXES, entries_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.store.corpus import Corpus

Stamp = tuple[str, int, int, int, int]
"""Path in the corpus, size in bytes, mtime and ctime in nanoseconds, inode."""


def kept_path(path: str) -> str | bytes:
    """Return a path as the index can hold it: SQLite knows no text that is not UTF-8."""
    return path if path.isascii() or path.isprintable() else os.fsencode(path)


def given_path(held: str | bytes) -> str:
    """Return the path that the index holds."""
    return held if isinstance(held, str) else os.fsdecode(held)


def stamps(folder: str, prefix: str = "") -> Iterator[Stamp]:
    """Yield the stamp of every letter, in the order of ``Corpus.letter_paths``; links are followed, as reading does.

    Raises:
        InputError: A folder cannot be listed.
    """
    for entry in entries_of(folder):
        name = entry.name
        if name.startswith((".", "_")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from stamps(entry.path, f"{prefix}{name}/")
        elif name.endswith(SUFFIXES):
            try:
                yield _stamp(prefix + name, entry.stat())
            except OSError:
                yield prefix + name, -1, 0, 0, 0


def stamp_of(corpus: Corpus, path: str) -> Stamp:
    """Return the stamp of one letter."""
    try:
        return _stamp(path, os.stat(corpus.absolute(path)))
    except OSError:
        return path, -1, 0, 0, 0


def _stamp(path: str, status: os.stat_result) -> Stamp:
    return path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
