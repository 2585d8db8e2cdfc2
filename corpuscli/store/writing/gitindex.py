"""Reads git's index, to see whether a folder is tracked; no git is run, which could run hooks.

The format is that of git's Documentation/gitformat-index.txt: versions 2 and 3 hold whole paths, version 4 cuts what a
path shares with the one before it; a split index keeps most of its entries in ``sharedindex.*`` beside it, also such as
were taken out since. Digests have 20 bytes (SHA-1) or 32 (SHA-256); which, the index does not say, so it is read both
ways: read the wrong way, digests and flags stand before the paths, which then begin like none of ours.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from corpuscli.errors import InputError, WriteError
from corpuscli.store.corpus import shown_path
from corpuscli.store.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER, _STATUS, _EXTENDED, _COMPRESSED = 12, 40, 0x4000, 4
_DIGESTS = (20, 32)
_LARGEST = 1 << 30
"""Bytes: an index of some million files."""
_GITDIR = b"gitdir:"
_SHARED = re.compile(r"sharedindex\.(?:[0-9a-f]{40}|[0-9a-f]{64})")


def tracked(folder: str) -> bool:
    """Tell whether git tracks anything in a folder.

    Args:
        folder: The folder, absolute; the nearest ``.git`` above it counts.

    Raises:
        WriteError: There is an index, and it cannot be read.
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
    said = _read(path)
    name = os.fsdecode(said.removeprefix(_GITDIR).strip())
    return os.path.join(os.path.dirname(path), name) if said.startswith(_GITDIR) else path


def _indexes(git: str) -> Iterator[bytes]:
    """Read the index, and the shared one that it names; older shared ones lie about for two weeks."""
    names = os.listdir(git) if os.path.isdir(git) else []
    index = _read(os.path.join(git, "index")) if "index" in names else b""
    yield index
    for name in names:
        if _SHARED.fullmatch(name) and bytes.fromhex(name.rpartition(".")[2]) in index:
            yield _read(os.path.join(git, name))


def _read(path: str) -> bytes:
    try:
        return read_bytes(path, shown_path(path), limit=_LARGEST)
    except InputError as problem:
        raise WriteError(f"{problem}; so it is not known whether git tracks the records for undo") from None


def _names(index: bytes, folder: bytes) -> bool:
    if index[:4] != b"DIRC":
        return False
    if int.from_bytes(index[4:8]) != _COMPRESSED and folder not in index:
        return False
    return any(path.startswith(folder) for digest in _DIGESTS for path in _paths(index, digest))


def _paths(index: bytes, digest: int) -> Iterator[bytes]:
    compressed = int.from_bytes(index[4:8]) == _COMPRESSED
    place, path = _HEADER, b""
    for _ in range(int.from_bytes(index[8:12])):
        start = place + _STATUS + digest + 2
        flags = int.from_bytes(index[start - 2 : start])
        start += 2 if flags & _EXTENDED else 0
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
