"""The date lines of two German editions beside the project, with the days that their editors gave, and ours."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.text.dates import parse_edtf, parse_printed

if TYPE_CHECKING:
    from datetime import date

ROWS = Path(__file__).parents[4] / "shared" / "examples" / "dates" / "german.jsonl"
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


def lines() -> list[Line]:
    """Return all lines, read by our reader."""
    return [_line(json.loads(line)) for line in ROWS.read_text("utf-8").splitlines()]


def named() -> dict[int, list[str]]:
    """Return the rows of the table by the number of their line, from 1."""
    rows = Path(__file__).with_name("german_editors.tsv").read_text("utf-8").splitlines()[1:]
    return {int(row.split("\t")[0]): row.split("\t")[1:] for row in rows}
