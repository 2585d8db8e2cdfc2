"""Works that are named again by their author."""

from __future__ import annotations

import pytest

from corpuscli.text.citations import find_citations

NAMED = [
    (
        "Lewin M. Making. London, 1985. P. 3. Carr E. H. Plan. London, 1958. P. 1. Lewin M., op. cit., pp. 12–13.",
        "Lewin M., op. cit., pp. 12–13",
        "work:lewin-making;year=1985;pages=12-13",
    ),
    (
        "Karl Barth, Der Römerbrief, München 1922, S. 12. Vgl. Barth, a. a. O., S. 15.",
        "Barth, a. a. O., S. 15",
        "work:barth-der-romerbrief;year=1922;pages=15",
    ),
    (
        "Троцкий Л. Д. Моя жизнь. Берлин, 1930. С. 215. Троцкий Л. Указ. соч. Т. 2. С. 45.",
        "Троцкий Л. Указ. соч. Т. 2. С. 45",
        "work:trotskiy-moya-zhizn;vol=2;year=1930;pages=45",
    ),
]


@pytest.mark.parametrize(("text", "raw", "id_"), NAMED)
def test_a_work_named_again_is_the_last_of_its_author(text: str, raw: str, id_: str) -> None:
    found = find_citations(text)[-1]
    assert (found.raw, found.form, found.ids) == (raw, "ibid", (id_,))


def test_without_one_it_is_dangling() -> None:
    [found] = find_citations("See Carr, op. cit., vol. 3, p. 12.")
    assert (found.raw, found.ids, found.state) == ("Carr, op. cit., vol. 3, p. 12", ("work:?",), "dangling")


@pytest.mark.parametrize("text", ["He said op. cit., p. 12.", "Carr, op. cit.", "Carr, op. cit. and others"])
def test_what_has_no_author_or_no_page_is_none(text: str) -> None:
    assert find_citations(text) == []


@pytest.mark.parametrize("text", ["Там же. С. 21", "Ibid., p. 3", "Ebd., Bd. 4", "Ibid. S. ٣"])
def test_an_ibid_is_met_by_its_number(text: str) -> None:
    assert [one.raw for one in find_citations(f"{text}.")] == [text]
    assert find_citations(f"{text[:-1].rstrip('2')}[^1].") == []
