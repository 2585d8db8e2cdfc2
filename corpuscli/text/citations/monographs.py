"""Books that no register knows, read where author, title, place, year and pages are all there, in this order.

The author must begin a note or a sentence, or stand behind what leads to one; ``imprints`` says what books look like.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.imprints import Head, begins, chicago, commas, gost, plain, plain_tail, tail
from corpuscli.text.citations.numbers import arabic, members
from corpuscli.text.citations.published import work_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FIGURES = re.compile(rb"0(?=000)")
_YEAR = re.compile(rb", 0000(?=\)?[.,][ ?])")
"""A comma before a year that a place of publication may stand before, in a text of small letters."""
_PLAIN_YEAR = re.compile("0000(?=,[ ?](?:[spcс]|pp|стр|bde?|vols?|t)\\.)(?<=[^,][ ?]0000)".encode("cp1251"))
"""A year without a comma before it, which only a volume or pages behind it make one of a book."""
_REACH = 240
"""How far before the year an author may begin, in code points."""
_SURNAME_FIRST = re.compile(r"([^\s,]+),?\s((?:\w\.\s?){1,2})")
_JOINED = re.compile(r"\s(?:and|und|et|&)\s|,|\(")
_TITLE_WORDS = 3
"""How many words of a title its id has."""


def find_monographs(text: str, flat: bytes) -> list[Citation]:
    """Find books that are cited whole, whether a register knows them or not.

    Args:
        text: Any text.
        flat: The same with small letters, in one byte a sign.

    >>> from corpuscli.text.citations.flat import small
    >>> said = "See Carr E. H. A History of Soviet Russia. London, 1954. P. 118."
    >>> [c.ids for c in find_monographs(said, small(said))]
    [('work:carr-a-history-of;year=1954;pages=118',)]
    """
    if _FIGURES.search(flat) is None:
        return []
    found: list[Citation] = []
    done = 0
    for place in sorted(_years(flat)):
        citation = read_monograph(text, place, done) if place >= done else None
        if citation is not None:
            found.append(citation)
            done = citation.span.end
    return found


def _years(flat: bytes) -> Iterator[int]:
    """Yield where the comma or blank before a year stands."""
    yield from (year.start() for year in _YEAR.finditer(flat))
    yield from (year.start() - 1 for year in _PLAIN_YEAR.finditer(flat))


def read_monograph(text: str, place: int, done: int) -> Citation | None:
    """Read the book whose year stands behind the comma or blank at ``place``; None where a part of it is wanting.

    Args:
        text: Any text.
        place: Where the comma or blank before the year stands.
        done: Where the last book ended.
    """
    behind = tail().match(text, place)
    forms = (*gost(), *commas()) if behind is not None else plain()
    behind = behind or plain_tail().match(text, place)
    if behind is None:
        return None
    if ")" in text[place : behind.start("pages")]:
        forms = chicago()
    head = _head(text, max(done, place - _REACH), place, forms)
    if head is None:
        return None
    volume, named = behind["vol"] or behind["of"] or head["vol"], head.groupdict()
    said: dict[str, FieldValue] = {
        "work": _key(named.get("surname") or "", head["title"]),
        "author": _author(named["author"]) if "author" in named else None,
        "title": head["title"],
        "place": head["place"],
        "vol": arabic(volume) if volume else None,
        "year": behind["year"],
        "pages": ",".join(members(behind["pages"])),
    }
    fields = {name: value for name, value in said.items() if value}
    span = Span(head.start(), behind.end())
    return Citation(span, span.of(text), "work", "full", (work_id(fields),), MappingProxyType(fields), "unresolved")


def _head(text: str, low: int, place: int, forms: Iterable[Head]) -> re.Match[str] | None:
    """Return what the first form that stands somewhere between ``low`` and ``place`` matches."""
    starts: dict[str, list[int]] = {}
    for begin, looks in forms:
        if begin not in starts:
            starts[begin] = [one.start() for one in begins()[begin].finditer(text, low, place)]
        for start in starts[begin]:
            head = looks.match(text, start, place)
            if head is not None:
                return head
    return None


def _author(words: str) -> str | None:
    """Return the author, forenames or initials first; None of several, whom styles join in ways of their own.

    >>> _author("Carr, E. H."), _author("E. H. Carr"), _author("Lewin M., Carr E. H.")
    ('E. H. Carr', 'E. H. Carr', None)
    """
    turned = _SURNAME_FIRST.fullmatch(words)
    if turned is not None:
        return f"{' '.join(turned[2].replace('.', '. ').split())} {turned[1]}"
    return None if _JOINED.search(words) else words


def _key(author: str, title: str) -> str:
    from corpuscli.text.names import slug

    return "-".join(filter(None, [slug(author), *slug(title).split("-")[:_TITLE_WORDS]]))
