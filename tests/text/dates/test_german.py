"""Date lines of two German editions, against the days their editors gave.

Every line is read to the editor's very days, except those of ``german_editors.tsv``: there the editor's days are not
those that the line says, each row tells why, and what kind it is of is proven here:

========= ==============================================================================================
sort-day  the edition gives one day to a stretch, by which it sorts: its first, its last, the 15th for mid
knowledge the editor knows more than the line says; what is read holds the editor's days
slip      the editor contradicts the line; what is read does not hold the editor's days
========= ==============================================================================================
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import DateError
from corpuscli.text.dates import parse_edtf, parse_printed

if TYPE_CHECKING:
    from datetime import date

_ROWS = Path(__file__).parents[4] / "shared" / "examples" / "dates" / "german.jsonl"
pytestmark = pytest.mark.skipif(not _ROWS.exists(), reason="needs ../shared/examples")
Days = tuple["date | None", "date | None"]
_MID = 15


@dataclass(frozen=True, slots=True)
class Line:
    """One date line: what is printed, the editor's days, ours (None where it is refused)."""

    letter: str
    printed: str
    editor: Days
    ours: Days | None

    @property
    def kind(self) -> str:
        """How ours stand to the editor's."""
        if self.ours is None:
            return "refused"
        if self.ours == self.editor:
            return "equal"
        first, last = self.editor
        if (
            first is not None
            and first == last
            and (first in self.ours or ("Mitte" in self.printed and first.day == _MID))
        ):
            return "sort-day"
        starts = self.ours[0] is None or (first is not None and self.ours[0] <= first)
        ends = self.ours[1] is None or (last is not None and last <= self.ours[1])
        return "knowledge" if starts and ends else "slip"


def _line(row: dict[str, str]) -> Line:
    first = row.get("when") or row.get("notBefore") or row.get("from")
    last = row.get("when") or row.get("notAfter") or row.get("to")
    days = (parse_edtf(first).earliest if first else None, parse_edtf(last).latest if last else None)
    try:
        found = parse_printed(row["text"], "de")
    except DateError:
        return Line(Path(row["file"]).stem, row["text"], days, None)
    return Line(Path(row["file"]).stem, row["text"], days, (found.earliest, found.latest))


def _lines() -> list[Line]:
    return [_line(json.loads(line)) for line in _ROWS.read_text("utf-8").splitlines()]


def _named() -> dict[int, list[str]]:
    """Return the rows of the table by the number of their line, from 1."""
    rows = Path(__file__).with_name("german_editors.tsv").read_text("utf-8").splitlines()[1:]
    return {int(row.split("\t")[0]): row.split("\t")[1:] for row in rows}


def test_every_line_is_read_as_its_editor_reads_it_except_those_that_are_named() -> None:
    kinds = {at: (line.letter, line.printed, line.kind) for at, line in enumerate(_lines(), 1) if line.kind != "equal"}
    assert kinds == {at: tuple(row[:3]) for at, row in _named().items()}


def test_each_exception_has_its_reason() -> None:
    named = _named().values()
    assert all(len(row) == 4 and len(row[3]) > 10 for row in named)
    slips = [row[1] for row in named if row[2] == "slip"]
    assert len(slips) <= 0.05 * len(_lines())  # what is called a slip too often is a fault of ours
