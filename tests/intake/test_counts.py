"""Numbers beside words that tell whether they are markers: an amount, a date and a verb after a name."""

from __future__ import annotations

import pytest

from corpuscli.intake.page.lines import Line
from corpuscli.intake.page.markers import find_page_markers


@pytest.mark.parametrize(
    ("text", "notes", "markers"),
    [
        ("It is over . We voted 7 against 4. The railway 2 is settled . Not the bank . So count 5 .", "12345", "25"),
        ("Joffe 1 . If Mirbach 2 comes I am not at home after 3. My lamp burns . And the army 4 .", "1234", "124"),
        ("The army 1 . Tukhachevsky 2 asks for two weeks.", "12", "12"),
        ("The army 1 . In Petrograd 2 shops were opened . And the army 3 .", "123", "13"),
        ("The theses 1 and 2we write protocols 3 .", "123", "123"),
        ("The army 1 . The front fell .2 And then bread 3 .", "123", "123"),
        ("In September 1921 1 we raised little, and more 2 .", "12", "12"),
        ("In the 1st division 1 . Let the 2nd battery 2 follow, and Rykov 3 .", "123", "123"),
        ("He was with Ilyich 1 and with Sokolnikov 2 . The trial 3 is over 4 .", "1", "1234"),
    ],
)
def test_words_beside_a_number(text: str, notes: str, markers: str) -> None:
    found = find_page_markers([Line(text, 0)], list(notes), {note: note for note in notes})
    assert "".join(mark.label for mark in found) == markers
