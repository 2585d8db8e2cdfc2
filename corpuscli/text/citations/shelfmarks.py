"""Shelfmarks: citations of archives and libraries that have marks of their own, by the rows of the register."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.data.shelfmarks import ShelfmarkRow, shelfmarks
from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.beginning import beginning, begun
from corpuscli.text.citations.numbers import LIST, members

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LEAVES = (
    r"(?:[,;]\s(?:Bl\.|Blatt|Bll\.|fols?\.|ff?\.|folios?|S\.|pp?\.)\s?"
    rf"(?P<listy>{LIST})(?:\s?(?P<following>f\.)(?!\s?\d))?)?"
)
_SIDE = re.compile(r"(?<=\d)(r|v)(?!\w)")
"""The front or back of a leaf, as western archives call them."""
_BLANK = re.compile(r"\s+")


@cache
def _marks() -> Mapping[str, tuple[ShelfmarkRow, ...]]:
    """Name, its blanks as one, to the archives that bear it."""
    marks: dict[str, tuple[ShelfmarkRow, ...]] = {}
    for row in shelfmarks():
        for name in row.names:
            marks[name] = (*marks.get(name, ()), row)
    return marks


@cache
def beginnings() -> Mapping[str, list[str]]:
    """Return how names begin, and the names that begin so: a pattern of all names takes longer than a start may."""
    groups: dict[str, list[str]] = {}
    for name in sorted(_marks(), key=beginning):
        first = beginning(name)
        last = next(reversed(groups), first)
        within = first.startswith(last) and not first[len(last) : len(last) + 1].isalnum()
        groups.setdefault(last if within else first, []).append(name)
    return groups


@cache
def _names(beginning: str) -> re.Pattern[str]:
    """The whole names that begin so, the longest that fits first."""
    longest = sorted(beginnings()[beginning], key=len, reverse=True)
    words = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in longest)
    return re.compile(rf"(?:{words})(?!\w)")


@cache
def _pattern(row: ShelfmarkRow) -> re.Pattern[str]:
    """What follows the name; built when the name is met, since building all of them takes longer than a start may."""
    collection = rf"(?:(?P<collection>{row.collection}),\s)?" if row.collection else ""
    tail = rf"[.,:]?\s{collection}(?:{row.mark}){_LEAVES}(?!\w)"
    return re.compile(re.sub(r"(?<!\\)(?<!\[) (?![\])])", r"\\s", tail))


def find_shelfmarks(text: str, places: Iterable[int]) -> list[Citation]:
    """Find citations by shelfmark.

    Args:
        text: Any text.
        places: Where the first words of names may stand, ascending.

    >>> [c.ids for c in find_shelfmarks("TNA, FO 371/11013, fol. 4", [0])]
    [('archive:TNA/FO371/11013/4',)]
    """
    found: list[Citation] = []
    done = 0
    for place in places:
        begin = begun(text, place, beginnings()) if place >= done else None
        name = _names(begin).match(text, place) if begin is not None else None
        citation = read_shelfmark(text, name) if name is not None else None
        if citation is not None:
            found.append(citation)
            done = citation.span.end
    return found


def read_shelfmark(text: str, name: re.Match[str]) -> Citation | None:
    """Read what follows an archive's name; None where it is no mark of this archive, or the name ends another word."""
    before = text[name.start() - 1 : name.start()]
    if before.isalnum() or before in ("_", "-"):
        return None
    for row in _marks()[_BLANK.sub(" ", name[0])]:
        mark = _pattern(row).match(text, name.end())
        if mark is not None:
            return _citation(text, row.id, name, mark)
    return None


def _citation(text: str, id_: str, name: re.Match[str], mark: re.Match[str]) -> Citation:
    parts = mark.groupdict()
    delo = (parts.get("delo") or "").lstrip("/, ") or parts.get("piece") or ""
    fond = parts.get("fond") or parts.get("collection") or ""
    leaves = _leaves(parts["listy"], following=bool(parts["following"])) if parts["listy"] else ()
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


def _leaves(written: str, *, following: bool) -> tuple[str, ...]:
    """Return leaves as they are kept: a back as ``ob``, a front without its letter, the following leaf as a range.

    >>> _leaves("33r–34v", following=False), _leaves("204", following=True)
    (('33-34ob',), ('204-205',))
    """
    leaves = members(_SIDE.sub(lambda side: "ob" if side[1] == "v" else "", written))
    if following and leaves[-1].isdecimal():
        leaves = (*leaves[:-1], f"{leaves[-1]}-{int(leaves[-1]) + 1}")
    return leaves
