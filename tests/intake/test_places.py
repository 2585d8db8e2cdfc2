"""The letter's own date line, and the place that it names."""

from __future__ import annotations

import pytest

from corpuscli.intake.page.reader import read_page

PAGE = """No. 5

G. V. Chicherin - I. V. Stalin

May 24, 1920

{}

The delegation has left, and nothing new has come from the front 1 .

Chicherin

Notes:

1 Unclear.
"""
LINES = [
    ("Kharkiv 24/5.", "Kharkiv"),
    ("24/5 20 10 hours Baku.", "Baku"),
    ("g. Kharkov. 24/V", "Kharkov"),
    ("Lozovaya station, May 24", "Lozovaya station"),
    ("Village of Kostino, 24/V", "Village of Kostino"),
    ("Moscow, Kremlin, 24/V", "Moscow, Kremlin"),
    ("Berlin, Unter den Linden 7, May 24", "Berlin"),
    ("Yekaterinoslav 24 V 20", "Yekaterinoslav"),
    ("Tula 24/V 1 .", "Tula"),
    ("Nalchik, 5/11 1920", "Nalchik"),
    ("Secret. Peking, 24/V", "Peking"),
    ("MOSCOW, KREMLIN, CIK SVERDLOV.", ""),
    ("Moscow. Sovnarkom. To Lenin.", ""),
    ("Kiev to Rakovsky, copy Moscow to Stalin", ""),
    ("Dear Sergo! Tiflis is far.", ""),
]


@pytest.mark.parametrize(("line", "place"), LINES)
def test_a_date_line_names_the_place_and_an_address_none(line: str, place: str) -> None:
    (reading,) = read_page(PAGE.format(line))
    assert (reading.get("place") or "", reading.get("date")) == (place, "1920-05-24")
