"""Names to persons, and whom an unknown name may be."""

from __future__ import annotations

import pytest

from corpuscli.errors import UnknownNameError
from corpuscli.model.person import Person
from corpuscli.relations.people.likeness import Likely, likely, name_parts
from corpuscli.relations.people.register import Register

CHICHERIN = Person("chicherin", "G. V. Chicherin", ("Чичерин Г. В.",))
LEV = Person("kamenev-l", "L. B. Kamenev")
SERGEI = Person("kamenev-s", "S. S. Kamenev", ("Kamenev, commander",))
STALIN = Person("stalin", "I. V. Stalin", ("Koba",))
REGISTER = Register((CHICHERIN, LEV, SERGEI, STALIN))


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("G.V. TCHITCHERIN", (CHICHERIN,)),
        ("Tschitscherin, G. W.", (CHICHERIN,)),
        ("J. V. Stalin", (STALIN,)),
        ("KOBA", (STALIN,)),
        ("Chicherin", ()),
        ("Kamenev", ()),
        ("S. Kamenev", ()),
        ("Stalinn", ()),
        ("", ()),
    ],
)
def test_resolves_whole_names_only(name: str, people: tuple[Person, ...]) -> None:
    assert REGISTER.resolve(name) == people


def test_a_name_of_several_persons_stays_theirs() -> None:
    register = Register((Person("a", "Kamenev"), Person("b", "L. B. Kamenev", ("Kamenev",))))
    assert [person.key for person in register.resolve("KAMENEV")] == ["a", "b"]


def test_a_person_at_the_keyboard_may_give_key_name_or_surname() -> None:
    assert REGISTER.meant("kamenev-s") == (SERGEI,)
    assert REGISTER.meant("L.B. Kamenev") == (LEV,)
    assert REGISTER.meant("каменев") == (LEV, SERGEI)
    with pytest.raises(UnknownNameError, match=r"unknown person 'Chicherinn'; did you mean chicherin"):
        REGISTER.meant("Chicherinn")
    with pytest.raises(UnknownNameError, match="Chicherinna"):
        REGISTER.meant("Chicherinn", ["Chicherinna"])


NAMES = [
    "G. K. Ordzhonikidze", "I. V. Stalin", "L. B. Kamenev", "S. S. Kamenev", "V. R. Menzhinsky", "Arthur Schnitzler",
    "Olga Schnitzler", "Politburo of the Central Committee", "V. I. Lenin", "Ya. M. Sverdlov", "S. Spandaryan",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Ordzhonisky", ["G. K. Ordzhonikidze"]),
        ("ORDZHONIDZE", ["G. K. Ordzhonikidze"]),
        ("Kamenev", ["L. B. Kamenev", "S. S. Kamenev"]),
        ("L. Kamenev", ["L. B. Kamenev"]),
        ("S.S.Kamenew", ["S. S. Kamenev"]),
        ("A. A. Kamenev", []),
        ("R. V. Menzhinsky", ["V. R. Menzhinsky"]),
        ("A. Schnitzler", ["Arthur Schnitzler"]),
        ("O. Schnitzler", ["Olga Schnitzler"]),
        ("J. Swerdlow", ["Ya. M. Sverdlov"]),
        ("V. Sverdlov", []),
        ("Яков Свердлов", ["Ya. M. Sverdlov"]),
        ("Politbureau of the Central Committee", ["Politburo of the Central Committee"]),
        ("Spandarian", ["S. Spandaryan"]),
        ("Stasova", []),
        ("Hofmannsthal", []),
        ("Unknown", []),
        ("", []),
    ],
)
def test_proposes_whom_a_name_may_be(name: str, proposed: list[str]) -> None:
    assert [found.name for found in likely(name, NAMES)] == proposed


def test_a_name_is_not_proposed_for_itself() -> None:
    assert likely("V. I. Lenin", ["V. I. Lenin", "Lenin"]) == (Likely("Lenin", 100),)


def test_takes_names_apart() -> None:
    assert name_parts("Hugo von Hofmannsthal").family == "hofmannsthal"
    assert name_parts("Antonov-Ovseenko, V. A.").given == ("v", "a")
    assert name_parts("Politburo").body
