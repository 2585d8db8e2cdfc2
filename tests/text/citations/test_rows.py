"""The rows of the registers: every example is read, every near miss is not."""

from __future__ import annotations

import re

import pytest

from corpuscli.data.archives import archives
from corpuscli.data.references import references
from corpuscli.data.shelfmarks import shelfmarks
from corpuscli.data.transliteration import in_print
from corpuscli.data.works import WorkRow, works
from corpuscli.text.citations import find_citations
from corpuscli.text.citations.repositories import built_in

CYRILLIC = re.compile("[\u0400-\u04ff]")
EXAMPLES = [(row.id, text) for row in works() for text in row.examples]
MISSES = [(row.id, text) for row in works() for text in row.near_misses]


@pytest.mark.parametrize(("work", "text"), EXAMPLES)
def test_every_example_of_a_work_is_read(work: str, text: str) -> None:
    [found] = find_citations(f"See {text}.")
    assert (found.fields["work"], found.raw, found.state) == (work, text, "resolved")


@pytest.mark.parametrize(
    ("work", "text"),
    [
        ("istochnik", "Istočnik, n° 4, 1996, p. 12"),
        ("istoricheskii-arkhiv", "Istoričeskij archiv, 1994, no. 6, p. 12"),
        ("istoricheskii-arkhiv", "Istoricheskii Arkhiv, no. 6 (1994): 12"),
        ("rkpb-8-sezd", "Vosʹmoi sʺezd RKP(b), p. 40"),
        ("rkpb-8-sezd", "Vos’moj s”ezd RKP(b), p. 40"),
    ],
)
def test_russian_works_are_read_in_every_transliteration(work: str, text: str) -> None:
    [found] = find_citations(f"See {text}.")
    assert (found.fields["work"], found.raw) == (work, text)


@pytest.mark.parametrize("row", works(), ids=lambda row: row.id)
def test_no_row_lists_what_transliteration_makes_of_it_but_the_title_that_is_printed(row: WorkRow) -> None:
    russian = [title for title in row.titles if CYRILLIC.search(title)]
    bare = [title.removeprefix("*") for title in russian]
    made = {
        f"{title[: title.startswith('*')]}{way}"
        for title, ways in zip(russian, in_print(bare), strict=True)
        for way in ways
    }
    latin = [title for title in row.titles if title not in russian]
    assert not made & set(latin[1:])


@pytest.mark.parametrize(("work", "text"), MISSES)
def test_no_near_miss_is_read(work: str, text: str) -> None:
    assert (work, [c.raw for c in find_citations(text)]) == (work, [])


@pytest.mark.parametrize("row", archives(), ids=lambda row: row.id)
def test_every_name_leads_to_the_living_archive(row: object) -> None:
    known = built_in()
    for name in getattr(row, "names", ()):
        [found] = find_citations(f"({name}. F. 1. Op. 2. D. 3. L. 4)")
        assert found.fields["archive_as_cited"] == name
        assert found.fields["archive"] == known.living[known.by_name[known_key(name)]]
        assert found.state == "resolved"


def known_key(name: str) -> str:
    from corpuscli.text.citations.repositories import fold_name

    return fold_name(name)


def test_every_successor_is_an_archive() -> None:
    ids = {row.id for row in archives()}
    assert {row.successor for row in archives() if row.successor} <= ids


REFERENCES = [(row.kind, text) for row in references() for text in row.examples]
NO_REFERENCES = [text for row in references() for text in row.near_misses]


@pytest.mark.parametrize(("kind", "text"), REFERENCES)
def test_every_example_of_a_reference_is_read(kind: str, text: str) -> None:
    raw = text[text.find("(") + 1 : text.find(")")] if "(" in text else text
    [found] = find_citations(f"Thus {text.replace('(', '').replace(')', '')}, as said.")
    assert (found.kind, found.raw, found.state) == (kind, raw, "unresolved")


@pytest.mark.parametrize("text", NO_REFERENCES)
def test_no_near_miss_of_a_reference_is_read(text: str) -> None:
    assert [c.raw for c in find_citations(f"{text}.")] == []


@pytest.mark.parametrize(("id_", "text"), [(row.id, text) for row in shelfmarks() for text in row.examples])
def test_every_example_of_a_shelfmark_is_read(id_: str, text: str) -> None:
    [found] = find_citations(f"See {text}.")
    assert (found.fields["archive"], found.raw, found.state) == (id_, text, "resolved")


@pytest.mark.parametrize("text", [text for row in shelfmarks() for text in row.near_misses])
def test_no_near_miss_of_a_shelfmark_is_read(text: str) -> None:
    assert [c.raw for c in find_citations(f"See {text}.")] == []
