"""Lines that tell when, and perhaps where: ``March 10, 1921``, ``Kharkiv 31/7.``, ``24/5 20 10 hours Baku``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches
from corpuscli.errors import DateError
from corpuscli.intake.page.parties import likeness
from corpuscli.text.dates.fields import Hints
from corpuscli.text.dates.items import Reader
from corpuscli.text.dates.phrase import read_run
from corpuscli.text.dates.vocabulary import vocabulary

if TYPE_CHECKING:
    from corpuscli.intake.page.lines import Line

_LONGEST = 100
_MARKED = re.compile(r"(?<=[\w.\])])(?P<set>\s*)\d{1,2}(?P<apart>\s*)\.?$")
_PLACE = re.compile(
    r"(?:(?:g|г|city of|town of)\.?\s)?[A-ZА-ЯЁÄÖÜ][\w'’-]*\]?"
    r"(?:[ ./,]+(?:(?:am|an der|on|sur|na|n|upon|[A-ZА-ЯЁÄÖÜ][\w'’-]*)\.?|\[\w+\]|[/,]))*"
)
_FROM = re.compile(r"(?:from|из|aus)\s+(?P<place>" + _PLACE.pattern + r")", re.IGNORECASE)
_OPEN_YEAR = "XXXX"
_WORDS_OF_A_PLACE = 5


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
        """Whether it names a year."""
        return bool(self.edtf) and not self.edtf.startswith(_OPEN_YEAR)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that says when, and perhaps where."""

    date: PrintedDate
    place: Line | None = None


def dates_of(line: Line, language: str | None = None, *, day_first: bool | None = None) -> list[PrintedDate]:
    """Return the dates that stand in a line, in its order."""
    hints = Hints(day_first)
    found: list[PrintedDate] = []
    for run in Reader(line.text, vocabulary(language)).runs():
        if not set(run.shape) & set("doYytMRSU"):
            continue
        words = line.part(run.starts[0], run.ends[-1]).trimmed(",;:.")
        try:
            edtf = read_run(run, hints)
        except DateError as problem:
            found.append(PrintedDate(words, "", str(problem)))
        else:
            if edtf:
                found.append(PrintedDate(words, edtf))
    return found


def parse_dateline(line: Line, language: str | None = None, *, day_first: bool | None = None) -> DateLine | None:
    """Read a line that holds nothing but a date, a place, an hour and perhaps a marker.

    >>> from corpuscli.intake.page.lines import Line
    >>> found = parse_dateline(Line("Kharkiv 31/7.", 0))
    >>> found.date.edtf, found.place.text
    ('XXXX-07-31', 'Kharkiv')
    >>> parse_dateline(Line("On May 4 the train left.", 0)) is None
    True
    """
    if len(line.text) > _LONGEST:
        return None
    bare = _unmarked(line, language)
    found = dates_of(bare, language, day_first=day_first)
    if not found:
        return None
    date = next((one for one in found if one.dated), found[0])
    before = bare.part(0, found[0].line.start - bare.start).trimmed(",;:.(")
    after = bare.part(found[-1].line.end - bare.start).trimmed(",;:.)]")
    after = after.part(_HOUR.match(after.text).end()) if _HOUR.match(after.text) else after  # type: ignore[union-attr]
    if (before.text and after.text) or not all(is_place(part) for part in (before, after) if part.text):
        return None
    place = before if before.text else after
    return DateLine(date, place if place.text else None)


_HOUR = re.compile(
    r"(?:at\s+)?(?:\d{1,2}(?:[.:]\d\d)?\s*(?:hours?|o'clock|h\.?|min\w*|[ap]\.?m\.?)[\s,.]*)*", re.IGNORECASE
)


def _unmarked(line: Line, language: str | None) -> Line:
    """Take a footnote marker off a date line's end: ``29/VII 1 .``, ``March 10, 1921 1``; no short year."""
    marked = _MARKED.search(line.text)
    if marked is None:
        return line
    bare = line.part(0, marked.start())
    found = dates_of(bare, language)
    if not found or not (bare.text.endswith((".", "]")) or marked["set"]):
        return line
    full = found[-1].dated and re.search(r"\d{4}", found[-1].line.text)
    return bare if full or marked["apart"] else line


def is_place(part: Line) -> bool:
    """Tell whether words may name a place: capitals at the start, and few words.

    >>> from corpuscli.intake.page.lines import Line
    >>> [is_place(Line(words, 0)) for words in ("Rostov n / D [on]", "comrade Kuibyshev", "G. V. Chicherin")]
    [True, False, False]
    """
    words = part.text.split()
    if not words or len(words) > _WORDS_OF_A_PLACE or not _PLACE.fullmatch(part.text):
        return False
    return likeness(part.words) not in (1.0, 0.9)


def place_from(line: Line) -> Line | None:
    """Return the place of ``From KHARKOV``, without brackets that close nothing; None for any other line."""
    found = _FROM.match(line.text)
    if found is None or len(line.text) > _LONGEST:
        return None
    place = line.part(*found.span("place")).without_tail(".,]/")
    return place if is_place(place) and not matches("title", place.text) else None


def leading_date(line: Line, language: str | None = None) -> DateLine | None:
    """Read the date that a paragraph begins with: ``Baku, May 4, 1920. The ...``; None where it begins otherwise."""
    head = line.part(0, _LONGEST)
    for date in dates_of(head, language):
        before = head.part(0, date.line.start - head.start).trimmed(",.:")
        stopped = line.text[date.line.end - line.start :].lstrip(" ]")[:1] in (".", "")
        if date.dated and stopped and (not before.text or is_place(before)):
            return DateLine(date, before if before.text else None)
        break
    return None
