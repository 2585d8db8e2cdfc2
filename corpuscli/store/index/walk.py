"""One walk over a corpus's letters with what tells whether a file has changed."""

from __future__ import annotations

import os
from contextlib import contextmanager
from operator import attrgetter
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.store.corpus import SUFFIXES, shown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from corpuscli.store.corpus import Corpus

Stamp = tuple[str, int, int, int, int]
"""Path in the corpus, size in bytes, mtime and ctime in nanoseconds, inode."""
Shelf = tuple[str, list[str], list[int]]
"""A folder: what stands before its letters' names in their paths, the names, and four numbers of each one's stamp."""


def kept_path(path: str) -> str | bytes:
    """Return a path as the index can hold it: SQLite knows no text that is not UTF-8."""
    return path if path.isascii() or path.isprintable() else os.fsencode(path)


def given_path(held: str | bytes) -> str:
    """Return the path that the index holds."""
    return held if isinstance(held, str) else os.fsdecode(held)


def shelves(root: str) -> Iterator[Shelf]:
    """Yield the letters of each folder, in the order in which the system lists them: the same while nothing changes.

    Links to files are followed, as reading does; linked folders are not entered. This is nearly all that a question to
    a large corpus that has not changed costs, so it does no more than the walk itself; where the system can look a name
    up from an open folder, no path is followed again for every letter.

    Raises:
        InputError: A folder cannot be listed.
    """
    if not _FROM_FOLDERS:
        yield from _shelves(root, "", root)
        return
    with _opened(root, None, root) as place:
        yield from _shelves(place, "", root)


def _shelves(place: int | str, prefix: str, root: str) -> Iterator[Shelf]:
    names: list[str] = []
    rest: list[int] = []
    below: list[str] = []
    with _refusing(root, prefix), os.scandir(place) as entries:
        for entry in entries:
            name = entry.name
            if name[0] in "._":
                continue
            if entry.is_dir(follow_symlinks=False):
                below.append(name)
            elif name.endswith(SUFFIXES):
                names.append(name)
                try:
                    rest += _TIMES(entry.stat())
                except OSError:
                    rest += _GONE
    yield prefix, names, rest
    for name in below:
        inner = f"{prefix}{name}/"
        if isinstance(place, str):
            yield from _shelves(os.path.join(place, name), inner, root)
        else:
            with _opened(name, place, os.path.join(root, inner)) as folder:
                yield from _shelves(folder, inner, root)


@contextmanager
def _opened(name: str, within: int | None, shown: str) -> Generator[int]:
    """Open a folder that is no link, from the one that it stands in."""
    with _refusing(shown, ""):
        folder = os.open(name, os.O_RDONLY | os.O_DIRECTORY | (os.O_NOFOLLOW if within else 0), dir_fd=within)
    try:
        yield folder
    finally:
        os.close(folder)


@contextmanager
def _refusing(root: str, prefix: str) -> Generator[None]:
    try:
        yield
    except OSError as problem:
        shown = shown_path(os.path.join(root, prefix).rstrip("/"))
        raise InputError(f"cannot be listed: {problem.strerror}", shown) from None


def stamps(found: Iterable[Shelf]) -> list[Stamp]:
    """Return the stamps of all letters of some folders, in the order of their paths."""
    return sorted(
        (prefix + name, *four)
        for prefix, names, rest in found
        for name, four in zip(names, zip(*[iter(rest)] * 4, strict=True), strict=True)
    )


def fingerprint(found: Iterable[Shelf]) -> str:
    """Sum up all stamps (hashlib costs a third of a start, and every number a part of it)."""
    from zlib import crc32

    count = names = numbers = 0
    for prefix, of_letters, rest in found:
        count += len(of_letters)
        names = crc32("/".join((prefix, *of_letters)).encode("utf-8", "surrogateescape"), names)
        numbers = hash((numbers, *rest))  # of numbers, it is the same in every process
    return f"{count} {names:08x} {numbers:x}"


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
_FROM_FOLDERS = os.scandir in os.supports_fd and os.open in os.supports_dir_fd
