"""The plain way to read citations: every pattern is tried at every place of the text, and nothing is skipped.

What a candidate says is read by the same functions; where candidates stand is found here without anchors or windows.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.shelfmarks import shelfmarks
from corpuscli.text.citations.again import read_again
from corpuscli.text.citations.archival import find_archival
from corpuscli.text.citations.bare import find_bare
from corpuscli.text.citations.find import joined
from corpuscli.text.citations.leaning import lean, next_issues, read_ibid
from corpuscli.text.citations.marks import MARK, read_marks
from corpuscli.text.citations.monographs import read_monograph
from corpuscli.text.citations.published import read_published
from corpuscli.text.citations.references import apart, forms, read_window
from corpuscli.text.citations.repositories import built_in
from corpuscli.text.citations.shelfmarks import find_marks_again, read_shelfmarks
from corpuscli.text.citations.works import built_in_works

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.model.citation import Citation


def slow_citations(text: str) -> list[Citation]:
    """Find all citations of a text, slowly."""
    archival = find_archival(text, built_in(), _following, read_marks)
    free = [place for place in range(len(text)) if not any(one.span.start <= place < one.span.end for one in archival)]
    shelved = list(_shelfmarks(text))
    shelved = joined(find_marks_again(text, range(len(text)), joined(shelved, archival)), shelved)
    found = joined(shelved, joined(archival, find_bare(text, built_in(), free)))
    works = joined(list(_published(text)), list(_monographs(text)))
    found = joined(found, works)
    works += [one for place in range(len(text)) if (one := read_ibid(text, place)) is not None]
    works += [one for place in range(len(text)) if (one := read_again(text, place)) is not None]
    found = joined(joined(found, works), next_issues(text, works))
    references = [one for form in forms() for one in read_window(text, form, 0, len(text))]
    return lean(joined(found, apart(references, archival)))


def _following(text: str, start: int) -> int | None:
    for place in range(start, len(text)):
        mark = MARK.match(text, place)
        if mark is not None and mark.lastgroup != "sheet":
            return place
    return None


@cache
def _names() -> re.Pattern[str]:
    longest = sorted({name for row in shelfmarks() for name in row.names}, key=len, reverse=True)
    words = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in longest)
    return re.compile(rf"(?:{words})(?!\w)")


def _shelfmarks(text: str) -> Iterator[Citation]:
    done = 0
    for place in range(len(text)):
        name = _names().match(text, place)
        read = read_shelfmarks(text, name, done) if name is not None and place >= done else []
        yield from read
        done = read[-1].span.end if read else done


def _monographs(text: str) -> Iterator[Citation]:
    done = 0
    for place in range(len(text)):
        citation = read_monograph(text, place, done) if place >= done else None
        if citation is not None:
            yield citation
            done = citation.span.end


def _published(text: str) -> Iterator[Citation]:
    done, works = 0, built_in_works()
    for place in range(len(text)):
        title = works.title(text, place)
        citation = read_published(text, title, works, done) if title is not None and place >= done else None
        if citation is not None:
            yield citation
            done = citation.span.end
