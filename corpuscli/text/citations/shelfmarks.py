"""Shelfmarks: citations of archives and libraries that have marks of their own, by the rows of the register."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.data.shelfmarks import ShelfmarkRow, shelfmarks
from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.text.citations.numbers import LIST, members

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEAVES = rf"(?:[,;]\s(?:Bl\.|Blatt|Bll\.|fols?\.|ff?\.|folios?|S\.|pp?\.)\s?(?P<listy>{LIST}))?"
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Shelves:
    """The register, ready to be matched.

    Args:
        names: Finds a name anywhere.
        marks: Name, its blanks as one, to the archives that bear it.
    """

    names: re.Pattern[str]
    marks: Mapping[str, tuple[ShelfmarkRow, ...]]


@cache
def shelves() -> Shelves:
    """Return the built-in register."""
    marks: dict[str, tuple[ShelfmarkRow, ...]] = {}
    for row in shelfmarks():
        for name in row.names:
            marks[name] = (*marks.get(name, ()), row)
    longest = sorted(marks, key=len, reverse=True)
    words = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in longest)
    return Shelves(re.compile(rf"(?:{words})(?!\w)"), marks)


@cache
def _pattern(row: ShelfmarkRow) -> re.Pattern[str]:
    """What follows the name; built when the name is met, since building all of them takes longer than a start may."""
    collection = rf"(?:(?P<collection>{row.collection}),\s)?" if row.collection else ""
    tail = rf"[.,:]?\s{collection}(?:{row.mark}){_LEAVES}(?!\w)"
    return re.compile(re.sub(r"(?<!\\)(?<!\[) (?![\])])", r"\\s", tail))


def find_shelfmarks(text: str) -> list[Citation]:
    """Find citations by shelfmark.

    >>> [c.ids for c in find_shelfmarks("TNA, FO 371/11013, fol. 4; Wien, Theatermuseum, HS AM 60139 Ba")]
    [('archive:TNA/FO371/11013/4',), ('archive:THEATERMUSEUM/HSAM60139Ba',)]
    """
    found: list[Citation] = []
    done = 0
    for name in shelves().names.finditer(text):
        citation = read_shelfmark(text, name) if name.start() >= done else None
        if citation is not None:
            found.append(citation)
            done = citation.span.end
    return found


def read_shelfmark(text: str, name: re.Match[str]) -> Citation | None:
    """Read what follows an archive's name; None where it is no mark of this archive, or the name ends another word."""
    before = text[name.start() - 1 : name.start()]
    if before.isalnum() or before in ("_", "-"):
        return None
    for row in shelves().marks[_BLANK.sub(" ", name[0])]:
        mark = _pattern(row).match(text, name.end())
        if mark is not None:
            return _citation(text, row.id, name, mark)
    return None


def _citation(text: str, id_: str, name: re.Match[str], mark: re.Match[str]) -> Citation:
    parts = mark.groupdict()
    delo = (parts["delo"] or "").lstrip("/, ") or parts.get("piece") or ""
    fond = parts.get("fond") or parts.get("collection") or ""
    leaves = members(parts["listy"]) if parts["listy"] else ()
    span = Span(name.start(), mark.end())
    fields: dict[str, FieldValue] = {
        "archive": id_,
        "archive_as_cited": name[0],
        "fond": fond or None,
        "opis": None,
        "delo": (delo,) if delo else (),
        "listy": leaves,
    }
    levels = (fond, delo, ",".join(leaves))
    key = "/".join([id_, *(_BLANK.sub("", level) for level in levels if level)])
    return Citation(span, span.of(text), "archive", "full", (f"archive:{key}",), MappingProxyType(fields))
