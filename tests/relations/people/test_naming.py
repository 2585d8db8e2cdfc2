from __future__ import annotations

from corpuscli.model.person import Person
from corpuscli.relations.people.naming import Naming
from corpuscli.relations.people.register import Register

PEOPLE = (Person("chicherin", "G. V. Chicherin", ("Ornatsky",)), Person("kl", "L. B. Kamenev", ("Kamenev",)),
          Person("ks", "S. S. Kamenev", ("Kamenev",)))  # fmt: skip


def test_a_person_has_one_name() -> None:
    named = Naming(Register(PEOPLE))
    assert [named(name) for name in ("Чичерин Г. В.", "Ornatsky", "ORNATSKY")] == ["G. V. Chicherin"] * 3
    assert [named(name) for name in ("I. V. Stalin", "J. V. STALIN", "Сталин И. В.")] == ["I. V. Stalin"] * 3
    assert named("Kamenev") == "Kamenev"
    assert named("L.B. Kamenev") == "L. B. Kamenev"
