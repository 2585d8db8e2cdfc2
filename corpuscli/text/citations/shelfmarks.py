"""Shelfmarks: citations of archives and libraries that have marks of their own, by the rows of the register."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.data.shelfmarks import ShelfmarkRow, shelfmarks
from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.beginning import beginning, begun
from corpuscli.text.citations.numbers import LIST, members
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LEAVES = (
    r"(?:[,;]\s(?:Bl\.|Blatt|Bll\.|fols?\.|ff?\.|folios?|S\.|pp?\.|kk?\.|ss?\.|cc?\.)\s?"
    rf"(?P<listy>{LIST}(?:\s?R[Ss](?!\w))?)(?:\s?(?P<following>f\.)(?!\s?\d))?)?"
)
_SIDE = re.compile(r"(?<=\d)(r|v|\s?R[Ss])(?!\w)")
"""The front or back of a leaf, as western archives call them."""
_ASIDE = (
    r"(?:,? \((?:hereafter |henceforth |hereinafter |im Folgenden |ci-après )?[A-Z][^()\d]{1,30}\))?"
    r"(?:,? [A-ZÀ-Ý][a-zà-ÿß]+(?:[ -][A-Z][a-z]+)?(?:, (?:D\.?C\.?|MA|CA|NY|UK))?)??"
)
"""What may follow a name: its abbreviation, and the town."""
_BEFORE = later(
    r"((?!(?:See|Cf|Also|In|From|The)\s)[A-Z][\w.’'-]*\s(?:[A-Z][\w.’'-]*\s){0,5}(?:Collection|Papers|Records)),\s$"
)
_BEFORE_REACH = 80
"""A collection that is named before the archive that holds it, and how far before it may begin, in code points."""
_AND = re.compile(r";\s(?:and\s|und\s|et\s)?|,?\s(?:and|und|et)\s")
"""What stands before one more mark of the same archive."""
_IBID = re.compile(r"(?<!\w)(?:[Ii]bid(?:em)?|[Ee]benda|[Ee]bd)\.?,?\s")
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
def _by_archive() -> Mapping[str, tuple[ShelfmarkRow, ...]]:
    ids = dict.fromkeys(row.id for row in shelfmarks())
    return {id_: tuple(row for row in shelfmarks() if row.id == id_) for id_ in ids}


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
    return _compiled(rf"{_ASIDE}(?:[.,:]?\s|/){collection}(?:{row.mark}){_LEAVES}(?!\w)")


@cache
def _next_pattern(row: ShelfmarkRow) -> re.Pattern[str]:
    """What one more mark of the archive looks like, which stands behind ``and`` or a semicolon."""
    return _compiled(rf"(?:{row.mark}){_LEAVES}(?!\w)")


def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile an expression whose blanks are blanks of any kind."""
    return re.compile(re.sub(r"(?<!\\)(?<!\[) (?![\])])", r"\\s", pattern))


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
        read = read_shelfmarks(text, name, done) if name is not None else []
        if read:
            found += read
            done = read[-1].span.end
    return found


def read_shelfmarks(text: str, name: re.Match[str], done: int = 0) -> list[Citation]:
    """Read what follows an archive's name, and more marks of the same archive behind it.

    Args:
        text: The text.
        name: The name.
        done: Where the last citation ended.

    Returns:
        Nothing where no mark of this archive follows, or the name ends another word.
    """
    before = text[name.start() - 1 : name.start()]
    if before.isalnum() or before in ("_", "-"):
        return []
    rows = _marks()[_BLANK.sub(" ", name[0])]
    tails = ((row, mark) for row in rows if (mark := _pattern(row).match(text, name.end())) is not None)
    row, mark = next(tails, (None, None))
    if row is None or mark is None:
        return []
    start = _collection_start(text, name.start(), done) if row.collection and not mark["collection"] else name.start()
    found = [_citation(text, row.id, name, mark, start)]
    while (more := _more(text, found[-1].span.end, rows)) is not None:
        found.append(more)
    return found


def _collection_start(text: str, place: int, done: int) -> int:
    """Return where a collection begins that is named right before its archive, or the archive's name."""
    low = max(done, place - _BEFORE_REACH)
    before = _BEFORE.search(text[low:place])
    return place if before is None else low + before.start()


def _more(text: str, place: int, rows: Iterable[ShelfmarkRow]) -> Citation | None:
    """Read one more mark of an archive, which has letters or strokes: bare figures may count anything."""
    joint = _AND.match(text, place)
    if joint is None:
        return None
    for row in rows:
        mark = _next_pattern(row).match(text, joint.end())
        if mark is not None and not mark[0].isdecimal():
            return _citation(text, row.id, None, mark, joint.end())
    return None


def find_marks_again(text: str, ibids: Iterable[int], found: Sequence[Citation]) -> list[Citation]:
    """Find ibids that name another mark of the archive: ``TNA, FO 371/5. Ibid., FO 371/6, fol. 3``.

    Args:
        text: Any text.
        ibids: Where words for ibid begin, ascending.
        found: The archival citations so far, in the order of the text; the nearest before an ibid says the archive.
    """
    again: list[Citation] = []
    starts = [one.span.start for one in found]
    for place in ibids:
        above = found[nearest - 1] if (nearest := bisect_left(starts, place)) else None
        ibid = _IBID.match(text, place) if above is not None else None
        if above is None or ibid is None:
            continue
        rows = _by_archive().get(str(above.fields.get("archive")), ())
        marks = ((row, mark) for row in rows if (mark := _next_pattern(row).match(text, ibid.end())) is not None)
        read = (_citation(text, row.id, None, mark, place) for row, mark in marks if not mark[0].isdecimal())
        again += [replace(one, form="ibid") for one in read]
    return again


def _citation(text: str, id_: str, name: re.Match[str] | None, mark: re.Match[str], start: int) -> Citation:
    """Make a citation of what stands from ``start`` to a mark's end; one more mark goes on with the archive unnamed."""
    parts, span = mark.groupdict(), Span(start, mark.end())
    before = text[start : name.start()].rstrip(", ") if name is not None else ""
    delo = (parts.get("delo") or "").lstrip("/, ") or parts.get("piece") or ""
    fond = parts.get("fond") or parts.get("collection") or before
    leaves = _leaves(parts["listy"], following=bool(parts["following"])) if parts["listy"] else ()
    fields: dict[str, FieldValue] = {
        "archive": id_,
        "archive_as_cited": name[0] if name is not None else None,
        "fond": fond or None,
        "opis": None,
        "delo": (delo,) if delo else (),
        "listy": leaves,
    }
    levels = (fond, delo, ",".join(leaves))
    key = "/".join([id_, *(_BLANK.sub("", level) for level in levels if level)])
    form = "full" if name is not None else "continued"
    return Citation(span, span.of(text), "archive", form, (f"archive:{key}",), MappingProxyType(fields))


def _leaves(written: str, *, following: bool) -> tuple[str, ...]:
    """Return leaves as they are kept: a back as ``ob``, a front without its letter, the following leaf as a range.

    >>> _leaves("33r–34v", following=False), _leaves("204", following=True), _leaves("2 RS", following=False)
    (('33-34ob',), ('204-205',), ('2ob',))
    """
    leaves = members(_SIDE.sub(lambda side: "" if side[1] == "r" else "ob", written))
    if following and leaves[-1].isdecimal():
        leaves = (*leaves[:-1], f"{leaves[-1]}-{int(leaves[-1]) + 1}")
    return leaves
