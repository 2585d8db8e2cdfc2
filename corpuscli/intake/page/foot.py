"""Lines under a letter that tell of it: ``Written on May 3, 1921``, ``Sent to Petrograd``, ``Publ. in ...``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.pages import pattern
from corpuscli.intake.page.dateline import DateLine, date_in, is_place
from corpuscli.intake.page.sources import SourceLine, form_and_published, parse_source
from corpuscli.model.values import dataclass
from corpuscli.text.late import Late

if TYPE_CHECKING:
    from corpuscli.intake.page.lines import Line

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class FootLine:
    """What a line under a letter says.

    Args:
        date: When, and perhaps where, it was written.
        source: Where it is kept or was published, and what it is printed from.
    """

    date: DateLine | None = None
    source: SourceLine | None = None


@cache
def _patterns() -> dict[str, Late]:
    flags = re.IGNORECASE
    return {
        "written": Late(rf"{pattern('written')}(?=[\s:])\s*:?\s*", flags),
        "sent": Late(rf"{pattern('sent')}(?=\s)", flags),
        "printed": Late(rf"{pattern('printed')}\s*:?\s+", flags),
        "published": Late(rf"(?:{pattern('first')}\s+)?{pattern('issued')}(?=[\s:])", flags),
    }


def read_foot(line: Line, *, day_first: bool | None = None) -> FootLine | None:
    """Read a line that stands under a letter; None for any other.

    >>> from corpuscli.intake.page.lines import Line
    >>> read_foot(Line("Written at Gorki on August 9, 1919", 0)).date.date.edtf
    '1919-08-09'
    >>> read_foot(Line("Publ. in the newspaper Pravda, No. 3", 0)).source.published[0].text
    'the newspaper Pravda, No. 3'
    >>> read_foot(Line("Sent to Petrograd", 0)), read_foot(Line("Sent 3 trains.", 0))
    (FootLine(date=None, source=None), None)
    """
    if len(line.text) > _LONGEST:
        return None
    forms = _patterns()
    written = forms["written"].match(line.text)
    date = date_in(line, day_first=day_first) if written else None
    if written and date and date.dated:
        return FootLine(DateLine(date, _place(line, written.end(), date.line.start - line.start)))
    if forms["sent"].match(line.text) and not any(mark.isdigit() for mark in line.text):
        return FootLine()
    printed = forms["printed"].match(line.text)
    if printed:
        return FootLine(source=_printed(line, printed.end()))
    if forms["published"].match(line.text):
        return FootLine(source=SourceLine(published=form_and_published(line)[1]))
    return None


def _place(line: Line, start: int, end: int) -> Line | None:
    """Return the place between ``Written`` and the date: ``at Gorki on``."""
    between = line.part(start, end).without_tail(",;[(")
    led = _LEADING.match(between.text)
    place = between.part(led.end()) if led else between
    over = _OVER.search(place.text)
    place = place.part(0, over.start()).without_tail(",;") if over else place
    return place if place.text and is_place(place) else None


_LEADING = Late(r"(?:(?:in|at|on|from|am|le|à|в|на|the)(?:\s+|$))+", re.IGNORECASE)
_OVER = Late(r"(?:^|[\s,]+)(?:on|between|not|den|am|le|the)$", re.IGNORECASE)


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


_STOP = Late(r"\.\s+(?=[A-ZА-ЯЁ«\"])")
