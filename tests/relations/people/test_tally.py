"""Letters per person."""

from __future__ import annotations

from datetime import date

import pytest

from corpuscli.errors import InputError, UnknownNameError
from corpuscli.model.person import Person
from corpuscli.relations.people.register import Register
from corpuscli.relations.people.rows import people_table, spellings_table
from corpuscli.relations.people.tally import proposals, tally
from corpuscli.store.frontmatter.reader import parse_letter

REGISTER = Register((Person("a", "A. Adams", ("Ann",)), Person("b", "Brown"), Person("c", "C. Brown", ("Brown",))))
LETTERS = [
    parse_letter(f"---\nid: x\ndate: {day}\nsenders: [{sender}]\nrecipients: [{to}]\n---\n", "x.txt")
    for day, sender, to in (
        ("1921-03", "ANN", "Brown"),
        ("../1922", "A.Adams", "Unknown"),
        ("1920~", "Addams", "Ann"),
        ("soon", "addams", "Nobody"),
    )
]


def test_counts_by_person_and_by_unknown_name() -> None:
    found = tally([*LETTERS, InputError("bad", "y.txt")], REGISTER)
    rows = list(people_table(found.counts, REGISTER).rows)
    assert [(row["key"], row["name"], row["sent"], row["received"]) for row in rows] == [
        ("a", "A. Adams", 2, 1),
        (None, "Addams", 2, 0),
        (None, "Brown", 0, 1),
        (None, "Nobody", 0, 1),
        (None, "Unknown", 0, 1),
        ("b", "Brown", 0, 0),
        ("c", "C. Brown", 0, 0),
    ]
    assert [count.name for count in found.unknown] == ["Addams", "Brown", "Nobody"]
    adams = found.named(REGISTER, "a")[0]
    assert (adams.first, adams.last) == (date(1920, 1, 1), date(1922, 12, 31))
    assert adams.spellings == {"ANN": 1, "A.Adams": 1, "Ann": 1}
    assert len(found.unread) == 1


def test_proposes_persons_for_names_that_are_not_one_persons() -> None:
    found = tally(LETTERS, REGISTER)
    proposed = {count.name: proposals(count, REGISTER) for count in found.counts if count.letters}
    assert proposed == {"A. Adams": (), "Addams": ("a",), "Brown": ("b", "c"), "Nobody": (), "Unknown": ()}


def test_shows_all_spellings() -> None:
    found = tally(LETTERS, REGISTER)
    rows = list(spellings_table(found.named(REGISTER, "ADAMS")).rows)
    assert [(row["name"], row["letters"]) for row in rows] == [
        ("A.Adams", 1), ("ANN", 1), ("Ann", 1), ("A. Adams", 0),
    ]  # fmt: skip
    assert [count.name for count in found.named(REGISTER, "addams")] == ["Addams"]
    assert {count.name for count in found.named(REGISTER, "brown")} == {"C. Brown", "Brown"}
    with pytest.raises(UnknownNameError, match="did you mean Addams"):
        found.named(REGISTER, "Addamss")


def test_a_surname_or_forename_finds_names_that_the_register_does_not_know() -> None:
    names = ("Freud, Sigmund", "Freud, Anna", "Freudenberg, A.", "A. Adams-Freud", "Unknown")
    letters = [
        parse_letter(f"---\nid: x\ndate: 1921\nsenders: ['{name}']\nrecipients: [Ann]\n---\n", "x.txt")
        for name in names
    ]
    register = Register((Person("f", "Martha Freud"),))
    found = tally(letters, register)

    def named(words: str) -> list[str]:
        return [count.name for count in found.named(register, words)]

    assert named("Freud") == ["Martha Freud", "A. Adams-Freud", "Freud, Anna", "Freud, Sigmund"]
    assert named("sigmund") == named("Sigmund Freud") == ["Freud, Sigmund"]
    assert named("f") == named("Martha Freud") == ["Martha Freud"]
    for nobody in ("", "Unknwn", "Sigmund Adams"):
        with pytest.raises(UnknownNameError):
            named(nobody)
