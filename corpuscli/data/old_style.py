"""Where letters were dated by the Julian calendar until February 1918, as rows of ``old_style.tsv``.

Columns: kind (``place``); forms (``|`` between, in every script and spelling that editions use); examples (``|``
between) and near_misses, which a test reads.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class OldStyleRow:
    """Names of places that kept the Julian calendar."""

    kind: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


@cache
def old_style() -> tuple[OldStyleRow, ...]:
    """Read the rows, in the order of the file."""
    lines = Path(__file__).with_name("old_style.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = (line.split("\t") for line in lines)
    return tuple(OldStyleRow(kind, *(tuple(filter(None, cell.split("|"))) for cell in rest)) for kind, *rest in cells)
