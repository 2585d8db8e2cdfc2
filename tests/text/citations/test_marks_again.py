"""Marks that go on with an archive named before: other archives' marks, and whole marks behind a few words."""

from __future__ import annotations

import pytest

from corpuscli.text.citations import find_citations

GOES_ON = [
    ("TNA, FO 371/10495, f. 3; FO 371/10496.", ["TNA/FO371/10495/3", "TNA/FO371/10496"]),
    ("NARA, RG 59, 861.00/1361; 861.77/692a.", ["NARA/RG59/861.00/1361", "NARA/861.77/692a"]),
    ("HIA, Maklakov Papers, box 5 and box 6, folder 2.", ["HIA/MaklakovPapers/box5", "HIA/box6,folder2"]),
    ("РГАСПИ, ф. 558, оп. 11, д. 734; копия — в ф. 2, оп. 1, д. 7.", ["RGASPI/558/11/734", "RGASPI/2/1/7"]),
]
STANDS_ALONE = [
    ("RGASPI, f. 17, op. 3, d. 5, and a copy at the MID, f. 2, op. 1, d. 7.", "archive:MID/2/1/7"),
    ("RGASPI, f. 17, op. 3, d. 5. There was more in f. 2, op. 1, d. 7.", "archive:?/2/1/7"),
]


@pytest.mark.parametrize(("text", "ids"), GOES_ON)
def test_marks_go_on_with_the_archive_before(text: str, ids: list[str]) -> None:
    found = find_citations(text)
    assert [one.ids[0].removeprefix("archive:") for one in found] == ids
    assert [one.form for one in found] == ["full", "continued"]


@pytest.mark.parametrize(("text", "id_"), STANDS_ALONE)
def test_a_name_or_a_sentence_between_ends_that(text: str, id_: str) -> None:
    assert find_citations(text)[-1].ids == (id_,)


@pytest.mark.parametrize("text", ["IISG, Trotsky Papers, 123; 5 men came.", "TNA, FO 371/5; and 12 more."])
def test_bare_figures_are_no_marks(text: str) -> None:
    assert len(find_citations(text)) == 1


def test_a_collection_may_stand_before_its_archive() -> None:
    [found] = find_citations("See Boris Nicolaevsky Collection, Hoover Institution Archives, box 12, folder 3.")
    assert found.raw.startswith("Boris")
    assert found.fields["fond"] == "Boris Nicolaevsky Collection"
