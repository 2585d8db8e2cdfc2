"""Locators of published works: volume, number, year, day and pages, in any order, and what may stand between them."""

from __future__ import annotations

import re
import string
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.values import dataclass
from corpuscli.text.citations.matter import MATTER, WORDS, YEAR, YEAR_WORD
from corpuscli.text.citations.numbers import LIST, arabic, members

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.model.citation import FieldValue

LOCATORS = ("vol", "no", "year", "date", "pages")
"""The order in a canonical id."""

_STOPS = r"(?P<stops>[\s.,]++)?+(?P<dash>(?:(?<=\s)[—–-](?=\s)[\s.,]*+)++)?+"
"""What stands before all locators: stops and blanks, dashes between blanks; never given back once it is passed."""
_PLAIN_STOPS = r"(?(stops)(?(dash)(?!))|(?!))"
"""Behind them: where there are stops and no dash."""
_NO_STOPS = r"(?(stops)(?!)|(?(dash)(?!)))"
_SMALL_ROMAN = r"[ivxlc]{1,7}(?:[-–][ivxlc]{1,7})?(?!\w)"
_PLACE = (
    r"(?:(?:М|M|Л|L|Пг|СПб|Moscow|Москва|Ленинград|Leningrad)(?:\.?;\s[ЛLМM])?(?:\.?:\s[^\d,;.:()]{2,40})?"
    r"|[A-Z][\w’' ]{2,50}?:\s?[A-Z][a-z]+|[A-ZА-ЯЁ][\w-]{3,15}(?:\s\([A-ZА-ЯЁ]\w{1,6}\))?)[.,:]*\s"
)
"""A place of publication, with a publisher behind it or none."""
_DAY = r"(?:\d{1,2}(?:\.|-го|st|nd|rd|th)?\s[^\W\d_]{3,9}(?![^\W\d_])|[A-ZÀ-Ý][^\W\d_]{2,8}\.?\s\d{1,2}(?!\d))"
_FROM = r"(?:(?:от|за|of|from|dated|vom|du)\s)?"
_DAYS = (
    rf"(?:{_DAY}\.?,?\s{YEAR}(?:\sг\.)?|{YEAR}[.,]?\s(?:[—–-]\s)?{_DAY}"
    rf"|\d{{1,2}}[./]\s?(?:\d{{1,2}}[./]\s?|[IVX]{{1,4}}(?:[./]\s?|\s)){YEAR})"
)
_ITEMS = (
    ("date", rf"{_FROM}({_DAYS})(?!\w)"),
    ("day", rf"{_FROM}({_DAY})(?!\w)"),
    (
        "vol",
        r"(?i:(?:vols?|v|тома?|tome|[tт]|Band|Bd|B)(?:\.\s?|\s|(?=\d))(\d+|[IVXLC]+)(?:/\d{1,2})?(?![\w-])(?:\s\(\d{1,3}\)(?=[.,:]))?)",
    ),
    ("vol", rf"{_PLAIN_STOPS}([IVXLC]+)(?=[\s:.,]|$)"),
    ("vol", rf"{_PLAIN_STOPS}(\d{{1,2}})(?=:\s?\d)"),
    ("vol", rf"{_PLAIN_STOPS}(\d{{1,3}})(?=,\s(?:(?:nos?|[Nn]r|H|Heft|n°|№|issue)\.?\s?\d|(?:S|pp?|[сС]|стр)\.\s?\d))"),
    ("issue", rf"{_PLAIN_STOPS}(\d{{1,4}})(?=\s\((?:[A-Z][^()\d]{{2,20}}\s)?{YEAR}\))"),
    (
        "no",
        (
            r"(?i:(?:(?:doc|dok)(?:\.|ument)?[\s-]\s?)?(?:nos?|nr|№№?|N|Heft|H|n[°º])\.?\s?|(?:docs?|dok|док)\.\s(?:№\s?)?)"
            r"(\d+(?:[-–/]\d+)?)(?!\w)(?:\s\(\d{1,3}\)(?=[.,:]))?"
        ),
    ),
    ("year", rf"\((?:[^()]{{0,60}}?[\s,:])?({YEAR})\)"),
    ("year", rf"(?:{_PLACE})?({YEAR})(?!\d|\s?[-–—]){YEAR_WORD}?"),
    ("pages", rf"(?i:(?:{_NO_STOPS}:\s?)?(?:pp?|стр|str|[sсCС])\.\s?({LIST}|{_SMALL_ROMAN}))"),
    ("pages", rf"{_NO_STOPS}:\s?({LIST})"),
)
"""Each locator with what may stand before it and one group of what it says; the first that matches is read."""
_NAMED = tuple(f"(?P<{name}{number}>{item})" for number, (name, item) in enumerate(_ITEMS))
_PART = re.compile(
    r"(?:[\s.,]|(?<=\s)[—–-](?=\s))*+(?:[Чч]|[Кк]н|[Вв]ып|[Pp]t|[Pp]art|Ch|Kn|Teil)\.?\s(?:\d{1,3}|[IVX]+)(?![\w-])"
)
"""A part of a volume belongs to the words, but is no field."""
_NONE: Mapping[str, str] = MappingProxyType({})
_PAGE_OF_A_PAPER = re.compile(r",\s(\d{1,2})(?=[.;)]|$)")
_LAST_PAGES = re.compile(r",\s(\d{1,4}(?:[-–]\d{1,4})?)(?=[.;)]|$)")
"""Behind the years that a book covers."""
_PLAIN_PAGES = re.compile(r",\s((?!(?:1[89]|20)\d\d[-–])\d+(?:[-–]\d+)?)(?![\w.]*\w)")
_STRONG = frozenset({"vol", "pages"})
_MOST = 9
"""How many pieces of other matter may stand between two locators."""


@dataclass(frozen=True, slots=True)
class Item:
    """One locator.

    Args:
        name: What it is.
        value: What it says.
        end: Where it ends.
        after: Where the next one may begin.
        strong: Whether words may stand between the title and it.
    """

    name: str
    value: str
    end: int
    after: int
    strong: bool


def read_locators(
    text: str,
    start: int,
    *,
    needs: tuple[str, ...] = (),
    wordy: bool = False,
    issued: Mapping[str, str] = _NONE,
) -> tuple[dict[str, FieldValue], int]:
    """Read volume, number, year, date and pages, in any order, each once.

    Args:
        text: The text.
        start: Where the title ends.
        needs: What a citation of the title must have: ``date`` lets days stand among the locators, ``no`` makes it a
            journal.
        wordy: Whether subtitles, editors and publishers may stand before the volume and the pages.
        issued: Locators that were read before them.

    Returns:
        What was found, in the order of ``LOCATORS``, and where the last one ends.
    """
    found, sure = dict(issued), dict(issued)
    place = end = start
    passed, over_words = 0, False
    while passed <= _MOST:
        item = _next(text, place, found, needs)
        if item is not None:
            found[item.name] = item.value
            place = item.after
            if not over_words or item.strong:
                sure, end, passed, over_words = found.copy(), item.end, 0, False
            continue
        piece = None if "pages" in sure or (sure and not wordy) else MATTER.match(text, place)
        if piece is None and wordy and "pages" not in sure:
            piece = WORDS.match(text, place)
            over_words = over_words or piece is not None
        if piece is None:
            break
        place, passed = piece.end(), passed + 1
    bare = _PAGE_OF_A_PAPER if "date" in needs else _PLAIN_PAGES
    if "pages" not in sure and (sure or "date" not in needs):
        plain = bare.match(text, end) or (_LAST_PAGES.match(text, place) if "pages" in needs else None)
        if plain is not None:
            sure["pages"], end = ",".join(members(plain[1])), plain.end()
    if "date" in sure:
        sure.pop("year", None)
    return {name: sure[name] for name in LOCATORS if name in sure}, end


@cache
def _any() -> re.Pattern[str]:
    """Return an expression of any locator; what it says is the group right behind its own.

    It takes long to compile, and is not before a work's title is met.
    """
    return re.compile(f"{_STOPS}(?:{'|'.join(_NAMED)})")


@cache
def _each() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_STOPS + one) for one in _NAMED)


def _next(text: str, place: int, found: Mapping[str, str], needs: tuple[str, ...]) -> Item | None:
    """Read the locator at a place; where the first that looks like one cannot stand here, another may."""
    first = _any().match(text, place)
    item = None if first is None else _item(text, first, found, needs)
    if first is None or item is not None:
        return item
    each = (match for pattern in _each() if (match := pattern.match(text, place)) is not None)
    return next((item for match in each if (item := _item(text, match, found, needs)) is not None), None)


def _item(text: str, match: re.Match[str], found: Mapping[str, str], needs: tuple[str, ...]) -> Item | None:
    name, group = (match.lastgroup or "").rstrip(string.digits), (match.lastindex or 0) + 1
    if _is_idle(name, found, needs):
        return None
    called, says = name, match[group]
    if name == "day":
        called, says = "date", f"{says} {found['year']}"
    elif name == "issue":
        called = "no" if "no" in needs else "vol"
    value = _value(called, says)
    if not value:
        return None
    after = match.end()
    closed = text[after - 1] == ")"
    part = _PART.match(text, after)
    strong = called in _STRONG or (closed and _PLAIN_PAGES.match(text, after) is not None)
    return Item(called, value, after if closed else match.end(group), part.end() if part else after, strong)


def _is_idle(name: str, found: Mapping[str, str], needs: tuple[str, ...]) -> bool:
    """Tell whether a locator cannot stand here: each stands once, days for papers only, a day alone behind its year."""
    if name in ("date", "day"):
        return "date" not in needs or "date" in found or (name == "day") != ("year" in found)
    if name == "issue":
        return "no" in found or "vol" in found
    return name in found or (name == "vol" and "date" in needs) or (name == "year" and "date" in found)


def _value(name: str, text: str) -> str:
    if name == "pages":
        return ",".join(members(text)) if text[0].isdecimal() else text.replace("–", "-")
    if name == "date":
        from corpuscli.text.dates import parse_printed

        try:
            return parse_printed(text, "ru").edtf
        except DateError:
            return ""
    return arabic(text.replace("–", "-"))
