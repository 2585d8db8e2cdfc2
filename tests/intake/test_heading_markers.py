"""Markers on a letter's number, header or date line: kept at the head of its text, where their notes answer."""

from __future__ import annotations

import pytest

from corpuscli.intake.page.reader import read_page
from tests.intake.test_page_reader import overlaps, untiled

PAGE = """No. 98

Telegram from M. V. Frunze to V. I. Lenin

October 26, 1920

The attack is set for the 28th. Budyonny 2 marches.

Frunze

RTSKHIDNI. F. 5. On. 1. D. 2439. L. 50. Typewritten text.

Notes:

1 Copy to the Commander-in-Chief.

2 Commander of the First Cavalry Army.
"""


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("V. I. Lenin\n", "V. I. Lenin 1\n"),
        ("V. I. Lenin\n", "V. I. Lenin 1 .\n"),
        ("V. I. Lenin\n", "V. I. Lenin1\n"),
        ("V. I. Lenin\n", "V. I. Lenin ¹\n"),
        ("October 26, 1920", "October 26, 1920 1"),
        ("October 26, 1920", "October 26, 1920 1 ."),
        ("October 26, 1920", "[October 26, 1920]1"),
        ("No. 98", "No. 98 1 ."),
    ],
)
def test_a_marker_in_the_heading_begins_the_text(line: str, marked: str) -> None:
    page = PAGE.replace(line, marked)
    (reading,) = read_page(page)
    assert reading.text.startswith("[^1]The attack is set for the 28th. Budyonny[^2] marches.")
    assert reading.warnings == ()
    assert (reading.get("number"), reading.all("recipients")) == ("98", ("V. I. Lenin",))
    assert untiled(page, [reading]) == []
    assert not overlaps(reading)


@pytest.mark.parametrize("marked", [PAGE, PAGE.replace("V. I. Lenin\n", "V. I. Lenin 7\n")])
def test_nothing_else_begins_it(marked: str) -> None:
    (reading,) = read_page(marked)
    assert reading.text.startswith("The attack")
    assert any("note 1 without a marker" in warning for warning in reading.warnings)


def test_before_a_colon_a_marker_would_be_a_note() -> None:
    (reading,) = read_page(PAGE.replace("Lenin\n", "Lenin 1\n").replace("The attack", ": The attack"))
    assert reading.text.startswith(": The attack")
