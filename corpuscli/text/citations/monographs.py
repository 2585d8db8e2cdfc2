"""Books that no register knows, read where author, title, place, year and pages are all there, in this order.

The author must begin a note or a sentence, or stand behind what leads to one; ``imprints`` says what books look like.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.imprints import chicago, gost, tail
from corpuscli.text.citations.numbers import arabic, members
from corpuscli.text.citations.published import work_id

_YEAR = re.compile(rb", 0000(?=\)?[.,][ ?])")
"""A comma before a year that a place of publication may stand before, in a text of small letters."""
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
    found: list[Citation] = []
    done = 0
    for year in _YEAR.finditer(flat):
        place = year.start()
        citation = read_monograph(text, place, done) if place >= done else None
        if citation is not None:
            found.append(citation)
            done = citation.span.end
    return found


def read_monograph(text: str, place: int, done: int) -> Citation | None:
    """Read the book whose year stands behind the comma at ``place``; None where a part of it is wanting.

    Args:
        text: Any text.
        place: Where the comma before the year stands.
        done: Where the last book ended.
    """
    behind = tail().match(text, place)
    if behind is None:
        return None
    low, closed = max(done, place - _REACH), ")" in text[place : behind.start("pages")]
    heads = (head.search(text, low, place) for head in (chicago() if closed else gost()))
    head = next((one for one in heads if one is not None), None)
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
