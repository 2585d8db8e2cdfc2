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

import pytest

from tests.text.dates.german import ROWS, lines, named

pytestmark = pytest.mark.skipif(not ROWS.exists(), reason="needs ../shared/examples")


def test_every_line_is_read_as_its_editor_reads_it_except_those_that_arenamed() -> None:
    kinds = {at: (line.letter, line.printed, line.kind) for at, line in enumerate(lines(), 1) if line.kind != "equal"}
    assert kinds == {at: tuple(row[:3]) for at, row in named().items()}


def test_each_exception_has_its_reason() -> None:
    exceptions = named().values()
    assert all(len(row) == 4 and len(row[3]) > 10 for row in exceptions)
    slips = [row[1] for row in exceptions if row[2] == "slip"]
    assert len(slips) <= 0.05 * len(lines())  # what is called a slip too often is a fault of ours
