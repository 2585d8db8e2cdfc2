"""What findings depend on beside the letters: this program, its knowledge, the corpus's own settings, and the year."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import adler32, crc32

from corpuscli.errors import InputError
from corpuscli.store.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.choice import Choice
    from corpuscli.store.corpus import Corpus

_CODE = (".py", ".tsv", ".json", ".so", ".pyd")


def version_of(corpus: Corpus, choice: Choice) -> str:
    """Return a text that is another whenever the same letters might give other findings.

    Covered are the files of this package by size and time, the Python that runs it, the bytes of corpus.yaml, of all
    registers and of the bibliography, the rules asked for, and the year (rules tell dates that are still to come).

    Args:
        corpus: The corpus; its files are read now, whatever they said when it was opened.
        choice: The rules asked for on the command line.
    """
    first = second = 0
    for part in _parts(corpus, choice):
        first, second = crc32(part, first), adler32(part, second)
    return f"{first:08x} {second:08x}"


def _parts(corpus: Corpus, choice: Choice) -> Iterator[bytes]:
    yield repr((sys.version, time.localtime().tm_year, choice.select, choice.ignore, choice.hints)).encode()
    yield repr(sorted(_stamps(str(Path(__file__).parents[1])))).encode()
    with os.scandir(corpus.root) as entries:
        names = sorted(entry.name for entry in entries if entry.name.endswith((".yaml", ".yml")))
    for name in (*names, corpus.config.bibliography):
        try:
            data = read_bytes(corpus.absolute(name)) if name else b""
        except InputError as problem:
            data = problem.message.encode("utf-8", "surrogatepass")
        yield repr((name, len(data))).encode("utf-8")
        yield data


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_CODE):
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _stamps(entry.path)
