"""Published works that letters and their notes cite, as rows of ``works.tsv``.

Columns: id; authors (as they stand before the title; may be missing in a citation); titles (the longest first where one
begins another; behind ``*`` where the title counts only with an author before it; what ``transliteration`` makes of the
Russian ones need not be listed, but for the first Latin one, which is printed); needs (the locators that make a
citation of the title, any one of vol, no, year, date, pages); examples and near_misses (``||`` between), which a test
reads.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A work; ``container`` is the journal or book that holds it, where its title is that of an article."""

    id: str
    authors: tuple[str, ...]
    titles: tuple[str, ...]
    needs: tuple[str, ...]
    examples: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
    container: str = ""


@cache
def works() -> tuple[WorkRow, ...]:
    """Read the built-in works, in the order of the file."""
    lines = Path(__file__).with_name("works.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_row(line.split("\t")) for line in lines if line)


def _row(cells: list[str]) -> WorkRow:
    id_, authors, titles, needs, examples, near_misses = cells
    return WorkRow(
        id=id_,
        authors=_split(authors, "|"),
        titles=_split(titles, "|"),
        needs=tuple(needs.split()),
        examples=_split(examples, "||"),
        near_misses=_split(near_misses, "||"),
    )


def _split(cell: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(mark) if part.strip())
