"""Citations of published works: a title of the register, its author before it, its locators behind it."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.broken import backwards
from corpuscli.text.citations.numbers import LIST, arabic, members

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpuscli.data.works import WorkRow
    from corpuscli.text.citations.works import Works

LOCATORS = ("vol", "no", "year", "date", "pages")
"""The order in a canonical id."""

_INITIALS = r"(?:[A-ZА-ЯЁ][a-zа-я]?\.[\s\xa0]?){1,3}"
_YEAR = r"(?:1[89]|20)\d\d"
_SMALL_ROMAN = r"[ivxlc]{1,7}(?:[-–][ivxlc]{1,7})?(?!\w)"
_PLACE = (
    r"(?:(?:М|M|Л|L|Пг|СПб|Moscow|Москва|Ленинград|Leningrad)(?:\.?;\s[ЛLМM])?(?:\.?:\s[^\d,;.:()]{2,40})?"
    r"|[A-Z][\w’' ]{2,50}?:\s?[A-Z][a-z]+)[.,:]*\s"
)
"""A place of publication, with a publisher behind it or none."""
_ENGLISH_DAY = rf"(?:\d{{1,2}}\s[A-Za-z]{{3,9}}\.?,?\s{_YEAR}|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},?\s{_YEAR})"
_STOPS = r"(?:[\s.,]|(?<=\s)[—–](?=\s))*"
_ITEMS = (
    ("date", re.compile(rf"{_STOPS}((?:{_ENGLISH_DAY})(?!\d))")),
    ("date", re.compile(rf"{_STOPS}({_YEAR}\.\s\d{{1,2}}\s[а-яё]{{3,9}})(?!\w)")),
    ("date", re.compile(rf"{_STOPS}(\d{{1,2}}\s[а-яё]{{3,9}}\s{_YEAR}(?:\sг\.)?)(?!\w)")),
    ("date", re.compile(rf"{_STOPS}(\d{{1,2}}\.\s?\d{{1,2}}\.\s?{_YEAR})(?!\w)")),
    ("vol", re.compile(rf"{_STOPS}(?:(?:vols?|тома?|[tт]|Bd|B)\.?\s?)(\d+|[IVXLC]+)(?![\w-])", re.IGNORECASE)),
    ("vol", re.compile(r"[\s.,]+([IVXLC]+)(?=[\s:.,]|$)")),
    ("vol", re.compile(r"[\s.,]+(\d{1,2})(?=:\s?\d)")),
    (
        "no",
        re.compile(
            rf"{_STOPS}(?:no|nos|nr|№|N)\.?\s?(\d+(?:[-–/]\d+)?)(?!\w)(?:\s\(\d{{1,3}}\)(?=[.,:]))?", re.IGNORECASE
        ),
    ),
    ("year", re.compile(rf"{_STOPS}\((?:[^()]{{0,60}}?[\s,:])?({_YEAR})\)")),
    ("year", re.compile(rf"{_STOPS}(?:{_PLACE})?({_YEAR})(?![-–\d])")),
    ("pages", re.compile(rf"(?:{_STOPS}|:\s?)(?:pp?|стр|[sсCС])\.\s?({LIST}|{_SMALL_ROMAN})", re.IGNORECASE)),
    ("pages", re.compile(rf":\s?({LIST})")),
)
"""Each locator with what may stand before it; the first that matches is read."""
_CLOSING = re.compile(r"[.,]?[\"”“»]")
_QUOTES = ('""', "“”", "„“", "«»", "„”")
_BEFORE_A_DAY = re.compile(r",?\s(?:of|from|dated|от|за)\s(?=\d|[A-Z])|\s\([A-ZА-ЯЁ][a-zа-яё]{3,12}\)")
_EDITION = re.compile(
    r"[.,]?\s\(?(?:\d{1,2}(?:st|nd|rd|th)\s(?:[A-Z][a-z]+\s)?ed(?:n|ition)?\.?|\d(?:-[еe])?\s(?:изд|izd)\.)\)?"
)
_PART = re.compile(rf"{_STOPS}(?:[Чч]|[Кк]н|[Вв]ып|[Pp]t|[Pp]art|Ch|Kn|Teil)\.?\s(?:\d{{1,3}}|[IVX]+)(?![\w-])")
"""A part of a volume belongs to the words, but is no field."""
_NONE: Mapping[str, str] = MappingProxyType({})
_AUTHOR_REACH = 120
_INITIALS_REACH = 12
"""How far before a title an author may begin, and before an author the initials, in code points."""
_PAGE_OF_A_PAPER = re.compile(r",\s(\d{1,2})(?=[.;)]|$)")
_PLAIN_PAGES = re.compile(r",\s(\d+(?:[-–]\d+)?)(?![\w.]*\w)")
_SUBTITLE = re.compile(
    r"\s\(\d{4}\s?[-–—]\s?\d{4}(?:\s(?:гг?\.|годы))?\)|[.:]\s[^\d.;:()]{3,40}[.,]\s\d{4}\s?[-–—]\s?\d{4}(?=[.,])|\.?\s\d{4}\s?[-–—]\s?\d{4}(?=[.,])"
    r"|(?:\.\s(?:\d{1,2}\s?[-–—]\s?\d{1,2}\s)?[А-ЯЁа-яA-Za-z][а-яёa-z]{2,8}\s\d{4}\s(?:года|г\.|goda))?[.:,]\s"
    r"(?:Стенографический\sотч[её]т|Протоколы|Stenograficheskii\sotchet|Protokoly|(?:Stenographic|Verbatim)\s[Rr]eport|Minutes)"
)


def find_published(text: str, works: Works, places: Iterable[int]) -> list[Citation]:
    """Find citations of the register's works; a title without the locators it needs is none.

    Args:
        text: Any text.
        works: The works in use.
        places: Where the first words of titles may stand, ascending.
    """
    found: list[Citation] = []
    done = 0
    for place in places:
        title = works.title(text, place) if place >= done else None
        citation = read_published(text, title, works) if title is not None else None
        if citation is not None:
            found.append(citation)
            done = citation.span.end
    return found


def read_published(text: str, title: re.Match[str], works: Works) -> Citation | None:
    """Read the citation whose title was found; None where it is none."""
    start, end = title.span()
    before = text[max(0, start - 1) : start]
    closing = _CLOSING.match(text, end)
    if before and closing is not None and before + closing[0][-1] in _QUOTES:
        start, end = start - 1, closing.end()
    elif before and (before in '"“„«_' or before.isalnum()):
        return None
    rows = works.of_title(title[0])
    return next(filter(None, (_read(text, title, Span(start, end), row) for row in rows)), None)


def _read(text: str, title: re.Match[str], quoted: Span, row: WorkRow) -> Citation | None:
    start = _author_start(text, quoted.start, row)
    if start is None and f"*{' '.join(title[0].split())}" in row.titles:
        return None
    issued, place = _container(text, quoted.end, row.container) if row.container else ({}, quoted.end)
    locators, end = read_locators(text, place, dated="date" in row.needs, issued=issued)
    if not any(need in locators for need in row.needs):
        return None
    span = Span(quoted.start if start is None else start, end)
    fields: dict[str, FieldValue] = {"work": row.id, **locators}
    return Citation(
        span, span.of(text), "work", "full", (work_id(fields),), MappingProxyType(fields), state_of(locators)
    )


def _container(text: str, place: int, container: str) -> tuple[dict[str, str], int]:
    """Pass over the journal or book that holds the work, and read the volume that may stand bare behind it."""
    words = r"\s+".join(re.escape(word) for word in container.split())
    found = re.compile(rf"[.,]?\s(?://\s|[Ii]n:?\s)?{words}(?:,?\s(\d{{1,4}})(?=[\s,:]))?").match(text, place)
    if found is None:
        return {}, place
    return ({"vol": found[1]} if found[1] else {}), found.end()


def state_of(locators: Mapping[str, FieldValue]) -> str:
    """Return ``resolved``, or ``malformed`` where pages run backwards."""
    pages = str(locators.get("pages") or "").split(",")
    return "malformed" if backwards({"listy": pages}) else "resolved"


def _author_start(text: str, end: int, row: WorkRow) -> int | None:
    """Return where an author that stands right before the title begins."""
    low = max(0, end - _AUTHOR_REACH)
    near = text[low:end]
    places = [near.find(author.split()[0]) for author in row.authors]
    first = min((place for place in places if place >= 0), default=-1)
    if first < 0:
        return None
    before = _author_pattern(row.authors).search(near, max(0, first - _INITIALS_REACH))
    return None if before is None else low + before.start()


@cache
def _author_pattern(authors: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(r"\s+".join(re.escape(word) for word in author.split()) for author in authors)
    return re.compile(
        rf"(?<![\w.])(?:{_INITIALS})?(?:{names})(?:\s{_INITIALS}|,\s[^,.;:\d]{{3,60}}?)?[\s\xa0]*[.,:]?[\s\xa0]*$"
    )


def read_locators(
    text: str, start: int, *, dated: bool = False, issued: Mapping[str, str] = _NONE
) -> tuple[dict[str, FieldValue], int]:
    """Read volume, number, year, date and pages, in any order, each once.

    Args:
        text: The text.
        start: Where the title ends.
        dated: Whether a day may stand among them, as for newspapers.
        issued: Locators that were read before them.

    Returns:
        What was found, in the order of ``LOCATORS``, and where the last one ends.
    """
    found = dict(issued)
    place = end = start
    for skipped in (_BEFORE_A_DAY,) if dated else (_SUBTITLE, _EDITION):
        passed = skipped.match(text, place)
        place = passed.end() if passed is not None else place
    while (item := _next(text, place, found, dated=dated)) is not None:
        name, value, end = item
        found[name] = value
        part = _PART.match(text, end)
        place = part.end() if part is not None else end
    bare = _PAGE_OF_A_PAPER if dated else _PLAIN_PAGES
    if "pages" not in found and (found or not dated) and (plain := bare.match(text, end)) is not None:
        found["pages"], end = ",".join(members(plain[1])), plain.end()
    return {name: found[name] for name in LOCATORS if name in found}, end


def _next(text: str, place: int, found: Mapping[str, str], *, dated: bool) -> tuple[str, str, int] | None:
    for name, pattern in _ITEMS:
        if name in found or (name == "date" and not dated):
            continue
        item = pattern.match(text, place)
        if item is None:
            continue
        value = _value(name, item[1])
        if value:
            end = item.end(1) if text[item.end() - 1] != ")" else item.end()
            return name, value, end
    return None


def _value(name: str, text: str) -> str:
    if name == "pages":
        return ",".join(members(text)) if text[0].isdecimal() else text.replace("–", "-")
    if name == "date":
        from corpuscli.text.dates import parse_printed

        try:
            return parse_printed(" ".join(reversed(text.split(". ", 1))) if text[:4].isdigit() else text, "ru").edtf
        except DateError:
            return ""
    return arabic(text.replace("–", "-"))


def work_id(fields: Mapping[str, FieldValue]) -> str:
    """Return the canonical id of a citation of a work."""
    return ";".join([f"work:{fields['work']}", *(f"{name}={fields[name]}" for name in LOCATORS if fields.get(name))])
