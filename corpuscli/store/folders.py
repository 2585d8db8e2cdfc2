"""Lists the files of a folder that is no corpus."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpuscli.store.corpus import entries_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def is_folder(path: str) -> bool:
    """Tell whether a path names a folder."""
    return os.path.isdir(path)


def files_under(folder: str) -> Iterator[str]:
    """Yield the files of a folder and of those in it, sorted by folder and name.

    Names that begin with ``.`` are passed over; linked folders are not entered.

    Raises:
        InputError: A folder cannot be listed.
    """
    for entry in entries_of(folder):
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files_under(entry.path)
        else:
            yield entry.path
