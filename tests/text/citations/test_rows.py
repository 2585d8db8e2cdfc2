"""The rows of the registers: every example is read, every near miss is not."""

from __future__ import annotations

import pytest

from corpuscli.data.archives import archives
from corpuscli.data.works import works
from corpuscli.text.citations import find_citations
from corpuscli.text.citations.repositories import built_in

EXAMPLES = [(row.id, text) for row in works() for text in row.examples]
MISSES = [(row.id, text) for row in works() for text in row.near_misses]


@pytest.mark.parametrize(("work", "text"), EXAMPLES)
def test_every_example_of_a_work_is_read(work: str, text: str) -> None:
    [found] = find_citations(f"See {text}.")
    assert (found.fields["work"], found.raw, found.state) == (work, text, "resolved")


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
