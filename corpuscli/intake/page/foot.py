"""Lines under a letter that tell of it: ``Written on May 3, 1921``, ``Sent to Petrograd``, ``Publ. in ...``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.pages import pattern, value_of
from corpuscli.intake.page.dateline import DateLine, date_in
from corpuscli.intake.page.shelves import parse_shelf
from corpuscli.intake.page.sources import SourceLine, form_and_published, labelled_source, parse_source
from corpuscli.intake.page.towns import is_place
from corpuscli.model.values import dataclass
from corpuscli.text.later import later

if TYPE_CHECKING:
    from corpuscli.intake.page.lines import Line

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class FootLine:
    """What a line under a letter says.

    Args:
        date: When, and perhaps where, it was written.
        source: Where it is kept or was published, and what it is printed from.
        place: Where it was sent from.
        posted: Where it was sent to.
    """

    date: DateLine | None = None
    source: SourceLine | None = None
    place: Line | None = None
    posted: Line | None = None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    flags = re.IGNORECASE
    return {
        "written": later(rf"{pattern('written')}(?=[\s:])\s*:?\s*", flags),
        "label": later(r"(?P<label>[^\W\d_][\w ./-]{1,40}?)\s?:\s*(?=\S)"),
        "sent": later(rf"{pattern('sent')}(?=\s)", flags),
        "printed": later(rf"{pattern('printed')}\s*:?\s+", flags),
        "published": later(rf"(?:{pattern('first')}\s+)?{pattern('issued')}(?=[\s:])", flags),
    }


def read_foot(line: Line, *, day_first: bool | None = None) -> FootLine | None:
    """Read a line that stands under a letter; None for any other.

    >>> from corpuscli.intake.page.lines import Line
    >>> read_foot(Line("Written at Gorki on August 9, 1919", 0)).date.date.edtf
    '1919-08-09'
    >>> read_foot(Line("Publ. in the newspaper Pravda, No. 3", 0)).source.published[0].text
    'the newspaper Pravda, No. 3'
    >>> sent = read_foot(Line("Sent from Zurich to Clarens", 0))
    >>> sent.place.text, sent.posted.text, read_foot(Line("Sent 3 trains.", 0))
    ('Zurich', 'Clarens', None)
    """
    if len(line.text) > _LONGEST:
        return None
    forms = _patterns()
    written = forms["written"].match(line.text)
    written = (written and forms["written"].match(line.text, written.end())) or written  # Written: Written on
    date = date_in(line, day_first=day_first) if written else None
    if written and date and date.dated:
        place = _place(line, written.end(), date.line.start - line.start)
        return FootLine(DateLine(date, place or _named(line.part(date.line.end - line.start), _BEHIND)))
    if forms["sent"].match(line.text) and not any(mark.isdigit() for mark in line.text):
        return FootLine(place=_named(line, _SENT_FROM), posted=_named(line, _SENT_TO))
    source = _source(line)
    return FootLine(source=source) if source else None


def _source(line: Line) -> SourceLine | None:
    """Read what a letter is printed from, where it is kept or was published, as a label or a verb says."""
    forms = _patterns()
    named = forms["label"].match(line.text)
    key = value_of("label", named["label"].strip()) if named else ""
    printed = forms["printed"].match(line.text) if key != "published" else None
    if printed:
        return _printed(line, printed.end())
    if named and key in ("published", "source", "form"):
        shelf = parse_shelf(line, sure=True) if key == "source" else None
        return shelf or labelled_source(key, line.part(named.end()))
    if forms["published"].match(line.text):
        return SourceLine(published=form_and_published(line)[1])
    return None


_TOWN = r"(?P<place>[A-ZА-ЯЁÄÖÜÉ][\w'’-]*(?:\s[A-ZА-ЯЁÄÖÜÉ][\w'’-]*){0,2})"
_SENT_FROM = later(rf"\b(?:from|de|aus|von|из)\s+{_TOWN}")
_BEHIND = later(rf"(?:in|at|à|в)\s+{_TOWN}\.?$")
_SENT_TO = later(rf"\b(?:to|à|nach|в|at)\s+{_TOWN}(?:\s\([^)]*\))?\.?$")


def _named(line: Line, form: re.Pattern[str]) -> Line | None:
    found = form.search(line.text)
    return line.part(*found.span("place")) if found else None


def _place(line: Line, start: int, end: int) -> Line | None:
    """Return the place between ``Written`` and the date: ``at Gorki on``."""
    between = line.part(start, end).without_tail(",;[(")
    led = _LEADING.match(between.text)
    place = between.part(led.end()) if led else between
    over = _OVER.search(place.text)
    place = place.part(0, over.start()).without_tail(",;") if over else place
    return place if place.text and is_place(place) else None


_LEADING = later(r"(?:(?:in|at|on|from|am|le|à|в|на|the)(?:\s+|$))+", re.IGNORECASE)
_OVER = later(r"(?:^|[\s,]+)(?:on|between|not|den|am|le|the)$", re.IGNORECASE)


def _printed(line: Line, start: int) -> SourceLine:
    """Read what a letter is printed from: an archival citation, or words that describe the paper."""
    rest = line.part(start)
    stop = _STOP.search(rest.text)
    first = rest.part(0, stop.start()) if stop else rest
    cited = parse_source(rest)
    if cited:
        return cited
    published = form_and_published(rest.part(stop.end()))[1] if stop else ()
    return SourceLine(form=line.part(0, first.end - line.start).without_tail("."), published=published)


_STOP = later(r"\.\s+(?=[A-ZА-ЯЁ«\"])")
