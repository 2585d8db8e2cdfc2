"""How letters and notes name documents of their edition, notes and other letters, as rows of ``references.tsv``.

Columns: kind (document, note or letter); anchors (words, ``|`` between, one of which a citation of this form holds,
letter for letter); leads (what may stand right before the first number or before the day, ``|`` between, with a blank
behind it or none; ``{month}`` is a word with a capital); form (a regular expression: ``{n}`` numbers, ``{doc}`` one
number, ``{date}`` a day, ``{name}`` a person; ``(?P<cited>...)`` where the citation is less than the whole); examples
and near_misses (``||`` between), which a test reads.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A form in which something near is named."""

    kind: str
    anchors: tuple[str, ...]
    leads: tuple[str, ...]
    form: str
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


@cache
def references() -> tuple[ReferenceRow, ...]:
    """Read the built-in forms, in the order of the file."""
    lines = Path(__file__).with_name("references.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_row(line.split("\t")) for line in lines if line)


def _row(cells: list[str]) -> ReferenceRow:
    kind, anchors, leads, form, examples, near_misses = cells
    return ReferenceRow(
        kind, tuple(anchors.split("|")), tuple(leads.split("|")), form, _split(examples), _split(near_misses)
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("||") if part.strip())
