from __future__ import annotations

import pytest

from corpuscli.model.person import Person
from corpuscli.relations.citations.resolver import resolve
from corpuscli.text.citations import find_citations
from tests.relations.citations.support import letters

PEOPLE = (Person("stalin", "I. V. Stalin", ("Koba",)),)
CORPUS = letters(
    ("citing", "date: 1921-03-12; senders: [I. V. Stalin]; recipients: [G. V. Chicherin]; edition: E; number: 35"),
    ("leaf", "date: 1921-03-10; senders: [G. V. Chicherin]; recipients: [I. V. Stalin]; source: [RGASPI. F. 5. Op. 2. D. 315. L. 34]"),  # noqa: E501 - one letter a line
    ("leaves", "date: 1921; senders: [A]; recipients: [B]; source: [RGASPI. F. 5. Op. 2. D. 315. L. 33-35]"),
    ("numbered", "date: 1920-03-09; senders: [V. I. Lenin]; recipients: [I. V. Stalin]; edition: E; number: 34."),
    ("elsewhere", "date: 1920; senders: [V. I. Lenin]; recipients: [B]; edition: F; number: 34"),
    ("twice-a", "date: 1920; senders: [A]; recipients: [B]; edition: E; number: 36"),
    ("twice-b", "date: 1920; senders: [A]; recipients: [B]; edition: E; number: 36"),
    ("old", "date: 1917-03-22; place: Petrograd; senders: [V. I. Lenin]; recipients: [A. M. Kollontai]"),
    ("koba", "date: 1921-02-01/1921-02-02; senders: [I. V. Stalin]; recipients: [V. I. Lenin]"),
    ("koba-too", "date: 1921-02-02; senders: [I. V. Stalin]; recipients: [L. D. Trotsky]"),
    ("volume", "date: 1921; senders: [A]; recipients: [B]; source: [RGVA. F. 4. Op. 3. D. 1. T. 2. L. 7]"),
    ("box", "date: 1921; senders: [A]; recipients: [B]; source: [RGASPI. F. 76. Op. 2. D. 31]"),
    people=PEOPLE,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "state", "targets"),
    [
        ("RGASPI. F. 5. Op. 2. D. 315. L. 34", "resolved", ("leaf", "leaves")),
        ("RTSKHIDNI. F. 5. On. 2. D. 315. L. 35", "resolved", ("leaves",)),
        ("RGASPI. F. 5. Op. 2. D. 315. L. 36", "resolved", ()),
        ("RGASPI. F. 5. Op. 2. D. 315", "resolved", ("leaf", "leaves")),
        ("RGASPI. F. 5. Op. 2. D. 316. L. 34", "resolved", ()),
        ("RGVA. F. 4. Op. 3. D. 1. T. 2. L. 7", "resolved", ("volume",)),
        ("RGVA. F. 4. Op. 3. D. 1. T. 1. L. 7", "resolved", ()),
        ("see doc. No. 34", "resolved", ("numbered",)),
        ("see doc. No. 36", "ambiguous", ("twice-a", "twice-b")),
        ("see doc. No. 99", "dangling", ()),
        ("see note 2", "resolved", ()),
        ("see note 3", "dangling", ()),
        ("Thank you for your letter of March 10.", "resolved", ("leaf",)),
        ("Thank you for your letter of March 11.", "dangling", ()),
        ("Lenin's letter dated 9 March 1920", "resolved", ("numbered",)),
        ("Lenin's letter dated 9 March 1917", "resolved", ("old",)),
        ("Stalin I.V. Op. T. 5. S. 424", "resolved", ()),
        ("RGASPI. F. 76. Op. 2. D. 31. L. 5", "resolved", ("box",)),
        ("Koba's letter of February 2", "ambiguous", ("koba-too", "koba")),
        ("Koba's letter to Lenin of February 2", "resolved", ("koba",)),
        ("телеграмма Сталина от 2 февраля 1921", "ambiguous", ("koba-too", "koba")),
        ("письмо Троцкого от 2 февраля 1921", "dangling", ()),
        ("Brief Lenins an Stalin vom 9. März 1920", "resolved", ("numbered",)),
        ("Brief Jacobsohns vom 9. März 1920", "dangling", ()),
        ("see doc. No. 34, 99", "dangling", ()),
        ("see note 2 to doc. No. 34", "resolved", ("numbered",)),
    ],
)
def test_a_citation_points_to(text: str, state: str, targets: tuple[str, ...]) -> None:
    (citation,) = find_citations(text)
    found = resolve(citation, "citing", CORPUS)
    assert (found.state, found.targets) == (state, targets)


def test_a_letter_does_not_point_to_itself() -> None:
    (citation,) = find_citations("RGASPI. F. 5. Op. 2. D. 315. L. 34")
    assert resolve(citation, "leaf", CORPUS).targets == ("leaves",)


def test_how_far_and_why_is_said() -> None:
    def links(text: str) -> list[tuple[str, str, float]]:
        (citation,) = find_citations(text)
        return [(one.letter, one.by, one.confidence) for one in resolve(citation, "citing", CORPUS).links]

    assert links("RGASPI. F. 5. Op. 2. D. 315. L. 34") == [
        ("leaf", "same-leaf", 1.0),
        ("leaves", "overlapping-leaves", 0.7),
    ]
    assert links("RGASPI. F. 76. Op. 2. D. 31. L. 5") == [("box", "same-file", 0.3)]
    assert links("see doc. No. 36") == [("twice-a", "number", 0.5), ("twice-b", "number", 0.5)]
    assert links("Koba's letter of February 2") == [("koba-too", "date", 0.45), ("koba", "date", 0.23)]
    assert links("Lenin's letter dated 9 March 1917") == [("old", "date", 0.54)]


def test_a_folder_of_many_letters_says_nothing_of_one() -> None:
    many = [(f"l{number}", f"date: 1921; source: [RGASPI. F. 1. Op. 2. D. 3. L. {number}]") for number in range(200)]
    known = letters(("citing", "date: 1921"), *many)
    (citation,) = find_citations("RGASPI. F. 1. Op. 2. D. 3")
    assert len(resolve(citation, "citing", known).targets) == 50
    (citation,) = find_citations("RGASPI. F. 1. Op. 2. D. 3. L. 150")
    assert resolve(citation, "citing", known).targets == ("l150",)
