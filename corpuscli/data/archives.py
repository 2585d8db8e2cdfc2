"""Archives and what they are called, as rows of ``archives.tsv``.

Columns: id; successor (the archive that holds its fonds now, or nothing); since and until (years in which it bore the
name, only where a source states them); names (``|`` between, in any script).

Sources of the facts: the chain of the party archives as Rosarkhiv states it; library guides to archival abbreviations
(University of Illinois); GOST R 7.0.5-2008, section 11; printed editions that cite the archives.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """An archive under one of its names in time."""

    id: str
    successor: str
    since: str
    until: str
    names: tuple[str, ...]


@cache
def archives() -> tuple[ArchiveRow, ...]:
    """Read the built-in archives, in the order of the file."""
    lines = Path(__file__).with_name("archives.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_row(*line.split("\t")) for line in lines if line)


def _row(id_: str, successor: str, since: str, until: str, names: str) -> ArchiveRow:
    return ArchiveRow(id_, successor, since, until, tuple(name.strip() for name in names.split("|")))
