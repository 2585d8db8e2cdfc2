"""Reads git's index, to see whether a folder is tracked; no git is run, which could run hooks.

The format is that of git's Documentation/gitformat-index.txt: versions 2 and 3 hold whole paths, version 4 cuts what a
path shares with the one before it; a split index keeps most of its entries in ``sharedindex.*`` beside it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER, _ENTRY, _EXTENDED, _COMPRESSED = 12, 62, 0x4000, 4
_GITDIR = b"gitdir:"


def tracked(folder: str) -> bool:
    """Tell whether git tracks anything in a folder.

    Args:
        folder: The folder, absolute; the nearest ``.git`` above it counts.
    """
    top = os.path.dirname(folder)
    while not os.path.lexists(os.path.join(top, ".git")):
        if (parent := os.path.dirname(top)) == top:
            return False
        top = parent
    inside = os.fsencode(os.path.relpath(folder, top).replace(os.sep, "/")) + b"/"
    return any(_names(data, inside) for data in _indexes(_git_folder(os.path.join(top, ".git"))))


def _git_folder(path: str) -> str:
    """Follow the file that stands for ``.git`` in worktrees and submodules."""
    if os.path.isdir(path):
        return path
    with open(path, "rb") as file:
        said = file.read(4096)
    name = os.fsdecode(said.removeprefix(_GITDIR).strip())
    return os.path.join(os.path.dirname(path), name) if said.startswith(_GITDIR) else path


def _indexes(git: str) -> Iterator[bytes]:
    names = os.listdir(git) if os.path.isdir(git) else []
    for name in names:
        if name == "index" or name.startswith("sharedindex."):
            with open(os.path.join(git, name), "rb") as file:
                yield file.read()


def _names(index: bytes, folder: bytes) -> bool:
    if index[:4] != b"DIRC":
        return False
    if int.from_bytes(index[4:8]) != _COMPRESSED and folder not in index:
        return False
    return any(path.startswith(folder) for path in _paths(index))


def _paths(index: bytes) -> Iterator[bytes]:
    compressed = int.from_bytes(index[4:8]) == _COMPRESSED
    place, path = _HEADER, b""
    for _ in range(int.from_bytes(index[8:12])):
        flags = int.from_bytes(index[place + 60 : place + 62])
        start = place + _ENTRY + (2 if flags & _EXTENDED else 0)
        cut = 0
        if compressed:
            cut, start = _varint(index, start)
        end = index.find(b"\0", start)
        if end < 0:
            return
        path = path[: len(path) - cut] + index[start:end] if compressed else index[start:end]
        place = end + 1 if compressed else place + ((end - place) // 8 + 1) * 8
        yield path


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Read the number of bytes to cut, as git's offset encoding writes it; return it and the place behind it."""
    value = -1
    while place < len(data):
        byte = data[place]
        place += 1
        value = ((value + 1) << 7) | (byte & 0x7F)
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that another byte follows
            break
    return value, place
