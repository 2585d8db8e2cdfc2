"""Persons come into the register by name and by authority reference."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpuscli.model.person import Person
from corpuscli.relations.people.joining import Joining

GND, OTHER, VIAF = "https://d-nb.info/gnd/1", "https://d-nb.info/gnd/2", "https://viaf.org/viaf/1"
ADAMS = Person("adams", "A. Adams", ("Ann Adams",), (GND,))
BROWN = Person("brown", "B. Brown")


def joined(*persons: Person) -> list[Person]:
    joining = Joining([ADAMS, BROWN])
    for person in persons:
        joining.join(person)
    return joining.people


def test_a_reference_that_is_known_is_the_person_under_any_name() -> None:
    same = Person("", "Adamsowa", refs=("http://www.d-nb.info/gnd/1/", VIAF))
    assert joined(same) == [Person("adams", "A. Adams", ("Ann Adams", "Adamsowa"), (GND, VIAF)), BROWN]


def test_a_name_that_is_known_gets_the_reference() -> None:
    assert joined(Person("", "B Brown", refs=(GND + "7",)))[1] == Person("brown", "B. Brown", (), (GND + "7",))


def test_two_references_to_one_file_are_two_persons_of_one_name() -> None:
    assert joined(Person("", "A. Adams", refs=(OTHER,)))[2:] == [Person("adams-2", "A. Adams", (), (OTHER,))]


def test_a_name_of_several_says_nothing() -> None:
    two = joined(Person("", "A. Adams", refs=(OTHER,)))
    assert joined(Person("", "A. Adams", refs=(OTHER,)), Person("", "A. Adams", refs=(VIAF,))) == two
    assert joined(Person("", "Unknown", refs=(VIAF,))) == [ADAMS, BROWN]


people = st.builds(
    Person,
    key=st.just(""),
    name=st.sampled_from(["A. Adams", "Adams A.", "B. Brown", "C. Clark", "Ann Adams"]),
    refs=st.lists(st.sampled_from([GND, OTHER, VIAF, "https://viaf.org/viaf/2"]), max_size=3).map(tuple),
)


@given(st.lists(people, max_size=12))
def test_the_register_only_grows_and_each_reference_has_one_owner(persons: list[Person]) -> None:
    found = joined(*persons)
    for old, new in zip((ADAMS, BROWN), found, strict=False):
        assert (new.key, new.name) == (old.key, old.name)
        assert new.variants[: len(old.variants)] == old.variants
        assert new.refs[: len(old.refs)] == old.refs
    refs = [ref for person in found for ref in person.refs]
    assert len(refs) == len(set(refs))
    assert len({person.key for person in found}) == len(found)
    again = Joining(found)
    for person in persons:
        again.join(person)
    assert [person.key for person in again.people] == [person.key for person in found]
