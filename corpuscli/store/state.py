"""Whether anything in a corpus has changed, letter, register or setting, without reading it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpuscli.store.index.walk import fingerprint, shelves

if TYPE_CHECKING:
    from collections.abc import Iterator

BESIDE = (".yaml", ".bib", ".json")
"""How files end that lie beside the letters and say what they mean."""


def state_of(root: str) -> tuple[object, ...]:
    """Return what is another whenever a file of the corpus is another.

    Raises:
        InputError: A folder cannot be listed.
    """
    return fingerprint(shelves(root)), *sorted(_beside(root))


def _beside(root: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.name.endswith(BESIDE):
                stat = entry.stat(follow_symlinks=False)
                yield entry.name, stat.st_size, stat.st_mtime_ns
