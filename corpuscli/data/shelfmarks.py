"""Archives and libraries that do not count in fond, opis, delo, list, as rows of ``shelfmarks.tsv``.

Columns: id; names (``|`` between; a place may stand before a name, as ``Marbach am Neckar, ``); collection (a regular
expression for what may stand between the name and the mark, or nothing); mark (a regular expression: ``(?P<fond>...)``
a series or record group, ``(?P<delo>...)`` or ``(?P<piece>...)`` what stands in it); examples and near_misses (``||``
between), which a test reads.

Sources of the facts: the marks as the digital editions of Schnitzler's and Tillich's letters print them; the archives'
own advice on how to cite them (TNA, NARA, Bundesarchiv, Archives nationales).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class ShelfmarkRow:
    """An archive and the form of its marks."""

    id: str
    names: tuple[str, ...]
    collection: str
    mark: str
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


@cache
def shelfmarks() -> tuple[ShelfmarkRow, ...]:
    """Read the built-in archives, in the order of the file."""
    lines = Path(__file__).with_name("shelfmarks.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_row(line.split("\t")) for line in lines if line)


def _row(cells: list[str]) -> ShelfmarkRow:
    id_, names, collection, mark, examples, near_misses = cells
    return ShelfmarkRow(id_, _split(names, "|"), collection, mark, _split(examples, "||"), _split(near_misses, "||"))


def _split(cell: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(mark) if part.strip())
