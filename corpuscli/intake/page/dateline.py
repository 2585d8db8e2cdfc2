"""Lines that tell when, and perhaps where: ``March 10, 1921``, ``Kharkiv 31/7.``, ``24/5 20 10 hours Baku``."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from corpuscli.data.pages import pattern
from corpuscli.errors import DateError
from corpuscli.intake.page.apparatus import is_about, without_lead
from corpuscli.intake.page.towns import is_place, town_of
from corpuscli.model.values import dataclass
from corpuscli.text.dates import parse_printed
from corpuscli.text.dates.beyond import beyond
from corpuscli.text.dates.finding import find_date, refused_date
from corpuscli.text.later import later

if TYPE_CHECKING:
    from corpuscli.intake.page.lines import Line
    from corpuscli.model.date import Date
    from corpuscli.model.span import Span

_LONGEST = 100
_MARKED = re.compile(r"(?<=[\w.\])])(?P<set>\s*)\d{1,2}(?P<apart>\s*)\.?$")
_FIGURES = re.compile(r"\d{1,2}[./-]\d{1,2}(?:[ ./-]\d{2,4}(?!\d|\s*(?:hours?|h\b|o'clock|min)))?")
_found = lru_cache(maxsize=4096)(find_date)
"""A line is asked for its date by several steps."""
_OPEN_YEAR = "XXXX"
_YEAR = re.compile(r"\d{3}|\d[lIOo]\d")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as it stands in a line.

    Args:
        line: Its words.
        edtf: What it means; ``""`` where it cannot be told.
        problem: Why not.
    """

    line: Line
    edtf: str
    problem: str = ""

    @property
    def dated(self) -> bool:
        """Whether it names a year, or says that the letter has no date."""
        return bool(self.edtf) and (self.edtf == _OPEN_YEAR or not self.edtf.startswith(_OPEN_YEAR))


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that says when, and perhaps where."""

    date: PrintedDate
    place: Line | None = None


def date_in(line: Line, language: str | None = None, *, day_first: bool | None = None) -> PrintedDate | None:
    """Return the most exact date that stands in a line; one of figures that may be read two ways has no meaning yet."""
    found = _found(line.text, language, day_first=day_first)
    refused = _refused(line, found, language, day_first=day_first)
    if refused:
        return refused
    vague = found is None or found[1].edtf.startswith(_OPEN_YEAR) or len(found[1].edtf) == len(_OPEN_YEAR)
    figures = _FIGURES.search(line.text) if vague else None
    if found and not (figures and figures.start() < found[0].start < figures.end()):  # 1/25 of 8/1/25
        words = line.part(found[0].start, found[0].end).trimmed(",;:.")
        return PrintedDate(words, found[1].edtf)
    if figures is None:
        return None
    words = line.part(*figures.span())
    try:
        return PrintedDate(words, parse_printed(words.text, language, day_first=day_first).edtf)
    except DateError as problem:
        return PrintedDate(words, "", str(problem))


def _refused(
    line: Line, found: tuple[Span, Date] | None, language: str | None, *, day_first: bool | None
) -> PrintedDate | None:
    """Return a day that cannot be told, where what is found is no more than a part of it."""
    whole = found is not None and len(found[1].edtf) > len("1921-03?")
    look = beyond if whole else partial(refused_date, language=language, day_first=day_first)
    refusal = look(line.text) if _YEAR.search(line.text) else None
    if refusal is None or (found and not refusal[0].meets(found[0])):
        return None
    start, end = (
        (min(refusal[0].start, found[0].start), max(refusal[0].end, found[0].end))
        if found
        else (refusal[0].start, refusal[0].end)
    )
    words = line.part(start, end).trimmed(",;:.")
    return PrintedDate(words, "", f"{words.text}: {refusal[1]}")


def parse_dateline(line: Line, language: str | None = None, *, day_first: bool | None = None) -> DateLine | None:
    """Read a line that holds nothing but a date, a place, an hour and perhaps a marker.

    >>> from corpuscli.intake.page.lines import Line
    >>> found = parse_dateline(Line("Kharkiv 31/7.", 0))
    >>> found.date.edtf, found.place.text
    ('XXXX-07-31', 'Kharkiv')
    >>> parse_dateline(Line("On May 4 the train left.", 0)) is None
    True
    """
    return _parsed(line, language, day_first=day_first) if len(line.text) <= _LONGEST else None


@lru_cache(maxsize=1024)  # several steps ask about a line
def _parsed(line: Line, language: str | None, *, day_first: bool | None) -> DateLine | None:
    bare = _unmarked(_unlabelled(without_lead(_unlabelled(line))), language)
    date = date_in(bare, language, day_first=day_first) or _undated(bare) or _month_alone(bare)
    if date is None:
        return None
    before = bare.part(0, date.line.start - bare.start)
    if before.text.endswith(":") or _YEARS.fullmatch(date.line.text):
        return None  # what follows is said there, not written there; or is what a volume covers
    before = _whole(_without_article(before.trimmed(",;:.([·•|")))
    after = _whole(bare.part(date.line.end - bare.start).trimmed(",;:.)]·•|"))
    hour = _HOUR.match(after.text)
    after = after.part(hour.end()) if hour else after
    after = after.part(len(after.text)) if is_about(after) else after
    before, after = town_of(before), town_of(after)
    if (before.text and after.text) or not all(is_place(part) for part in (before, after) if part.text):
        return None
    place = before if before.text else after
    return DateLine(date, place if place.text else None)


def _whole(part: Line) -> Line:
    """Take off a bracket that nothing closes or opens: ``[Москва,] 27 мая``."""
    opened, closed = part.text.count("["), part.text.count("]")
    return part if opened == closed else part.trimmed("[],") if closed > opened else part.without_head("[")


def _unlabelled(line: Line) -> Line:
    """Take off what says that the letter was written or sent then: ``Dated: Tiflis, March 3``."""
    found = _dispatched().match(line.text)
    return line.part(found.end()) if found else line


@cache
def _dispatched() -> re.Pattern[str]:
    over = r"(?::|,|\b(?:on|at|in|from|am|le|из)\b|(?=\d|" + pattern("month") + r"\b))"
    return later(rf"{pattern('dispatched')}\s*{over}\s*", re.IGNORECASE)


def _undated(line: Line) -> PrintedDate | None:
    """Read ``[undated]``, ``Berlin, o. D.``: words that say there is no date."""
    if len(line.text) > _SHORT or any(mark.isdigit() for mark in line.text):
        return None
    words = line.part(line.text.rfind(",") + 1)
    try:
        edtf = parse_printed(words.text.strip("[]()")).edtf
    except DateError:
        return None
    return PrintedDate(words, edtf) if edtf == _OPEN_YEAR else None


def _month_alone(line: Line) -> PrintedDate | None:
    """Read a month without a year behind a place: ``Petrovsk, May.``."""
    found = _month().fullmatch(line.text) if len(line.text) <= _SHORT else None
    if found is None:
        return None
    try:
        edtf = parse_printed(f"{found['month']} 2000").edtf
    except DateError:
        return None
    return PrintedDate(line.part(*found.span("month")), _OPEN_YEAR + edtf[len(_OPEN_YEAR) :])


@cache
def _month() -> re.Pattern[str]:
    return later(rf"[^\W\d_][^\d,.;:]{{2,24}},\s(?P<month>{pattern('month')})\.?", re.IGNORECASE)


_YEARS = re.compile(r"[\[(]?\d{4}\s*[-–—/]\s*(?:\d{4}|\d\d)[\])]?")
_SHORT = 40
_ARTICLE = re.compile(r"(?:^|[\s,]+)(?:le|den|d\.?|the|on|on the|am|il)$")


def _without_article(before: Line) -> Line:
    """Take off what leads over from the place to the day: ``Paris, le 14``, ``Berlin, den 3``."""
    found = _ARTICLE.search(before.text)
    return before.part(0, found.start()).without_tail(",;:.") if found else before


def is_hour(line: Line) -> bool:
    """Tell whether a line holds nothing but an hour: ``22 час. 15 мин.``."""
    return bool(line.text) and _HOUR.fullmatch(line.text) is not None


_TIME_OF_DAY = r"(?:at\snight|in\sthe\s(?:morning|afternoon|evening)|утра|дня|вечера|ночи)"
_HOUR = re.compile(
    rf"(?:at\s+(?=\d))?(?:{_TIME_OF_DAY}\.?\s*)?(?:\d{{1,2}}(?:[.:]\d\d)?\s*"
    r"(?:hours?|o['’]clock|h\.?|Uhr(?:\s\d\d)?|ч(?:ас)?\.?|мин\.?|min\w*|[ap]\.?m\.?)"
    rf"(?:\s{_TIME_OF_DAY})?[\s,.]*)*",
    re.IGNORECASE,
)


def _unmarked(line: Line, language: str | None) -> Line:
    """Take a footnote marker off a date line's end: ``29/VII 1 .``, ``March 10, 1921 1``; no short year."""
    marked = _MARKED.search(line.text)
    if marked is None:
        return line
    bare = line.part(0, marked.start())
    found = date_in(bare, language)
    if found is None or not (bare.text.endswith((".", "]")) or marked["set"]):
        return line
    full = found.dated and re.search(r"\d{4}", found.line.text)
    return bare if full or marked["apart"] else line


def leading_date(line: Line, language: str | None = None) -> DateLine | None:
    """Read the date that a paragraph begins with: ``Baku, May 4, 1920. The ...``; None where it begins otherwise."""
    head = line.part(0, _LONGEST)
    date = date_in(head, language)
    if date is None or not date.dated:
        return _first_sentence(head, language) if date else None
    before = head.part(0, date.line.start - head.start).trimmed(",.")
    stopped = line.text[date.line.end - line.start :].lstrip(" ]")[:1] in (".", "")
    if not stopped or not (not before.text or is_place(before)):
        return _first_sentence(head, language)
    return DateLine(date, before if before.text else None)


def _first_sentence(head: Line, language: str | None) -> DateLine | None:
    """Read a date and a place that are all of a paragraph's first sentence: ``24/5 20 10 hours Baku. The ...``."""
    for stop in islice(re.finditer(r"\.\s", head.text), _STOPS):
        found = parse_dateline(head.part(0, stop.start() + 1), language)
        if found and found.place:
            return found
    return None


_STOPS = 4
"""Full stops of initials and abbreviations that may stand before that of the sentence."""
