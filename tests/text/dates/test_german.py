"""Date lines of two German editions, against the days their editors gave."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpuscli.errors import DateError
from corpuscli.text.dates import parse_edtf, parse_printed

_ROWS = Path(__file__).parents[4] / "shared" / "examples" / "dates" / "german.jsonl"
pytestmark = pytest.mark.skipif(not _ROWS.exists(), reason="needs ../shared/examples")

SLIPS = {
    "L03663": "the text says the fifth, the editor's day is the fourth",
    "L03988": "the text says October, the editor's stretch is January",
    "L01518": "the text says 1924-1933, the editor's stretch is 1925",
    "L01378": "the text says September, the editor's stretch is August",
}
"""Letters whose editors contradict the line they print."""
WIDER = {
    "L00655": "after the 20th, which the editor counts in",
    "L01524": "after the 10th, which the editor counts in",
    "L00764": "after the 18th, which the editor counts in",
    "L02049": "before the second, which the editor counts in",
    "L01507": "March, probably; the editor leaves the end open",
    "L01348": "September; the editor leaves the end open",
    "L00460": "October to November; the editor begins earlier and leaves the end open",
    "L01324": "November; the editor's stretch ends on the fifth of December",
    "L00807": "winter as astronomers count it; ours is that of meteorologists",
}
"""Letters of the half tuned on whose editors went beyond the line, with knowledge of their own."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many lines were read to the editor's very days, to days that hold them, and otherwise."""

    equal: int
    holding: int
    other: int

    def share(self, *, held: bool = True) -> float:
        """Return the share of lines read well, of all."""
        return (self.equal + held * self.holding) / (self.equal + self.holding + self.other)


def _score(half: int) -> Score:
    """Score every second line, from ``half`` on."""
    counts = [0, 0, 0]
    for line in _ROWS.read_text("utf-8").splitlines()[half::2]:
        row: dict[str, str] = json.loads(line)
        if Path(row["file"]).stem not in {*SLIPS, *WIDER}:
            counts[_judge(row)] += 1
    return Score(*counts)


def _judge(row: dict[str, str]) -> int:
    """Tell whether the reading is the editor's stretch (0), holds it (1) or neither (2)."""
    first = row.get("when") or row.get("notBefore") or row.get("from")
    last = row.get("when") or row.get("notAfter") or row.get("to")
    wanted = (parse_edtf(first).earliest if first else None, parse_edtf(last).latest if last else None)
    try:
        found = parse_printed(row["text"], "de")
    except DateError:
        return 2
    if (found.earliest, found.latest) == wanted:
        return 0
    starts = found.earliest is None or (wanted[0] is not None and found.earliest <= wanted[0])
    ends = found.latest is None or (wanted[1] is not None and wanted[1] <= found.latest)
    return 1 if starts and ends else 2


@pytest.mark.parametrize("half", [0, 1], ids=["tuned on", "held out"])
def test_no_line_is_read_against_its_editor(half: int) -> None:
    """Where an editor knows more than the line says ("early July"), what is read holds the editor's days."""
    score = _score(half)
    assert score.share(held=False) >= 0.78
    assert score.share() >= (0.96 if half else 1)
