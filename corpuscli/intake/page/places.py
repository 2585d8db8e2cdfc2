"""Where a letter was written: never where its address line sends it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches, pattern
from corpuscli.intake.page.apparatus import is_about, is_receipt
from corpuscli.intake.page.candidates import candidates
from corpuscli.intake.page.dateline import is_hour, leading_date, parse_dateline
from corpuscli.intake.page.offices import is_office
from corpuscli.intake.page.signature import surname
from corpuscli.intake.page.towns import is_place, leading_town, place_from, town_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.intake.page.dateline import DateLine
    from corpuscli.intake.page.lines import Line

_HEAD, _FOOT = 6, 4
"""How many lines at the top and at the end of a text may tell when and where."""


def own_datelines(text: Sequence[Line], *, day_first: bool | None = None) -> tuple[DateLine, ...]:
    """Return what the letter itself says of when and where: at its top, its first words, its foot."""
    head = [line for line in text[:_HEAD] if not is_receipt(line)]
    foot = [line for line in text[-_FOOT:] if line not in text[:_HEAD] and not is_receipt(line)]
    found = [parse_dateline(line, day_first=day_first) or leading_date(line) for line in head]
    found += [parse_dateline(line, day_first=day_first) for line in foot]
    return tuple(one for one in found if one)


def find_place(
    told: Iterable[DateLine | None], own: Iterable[DateLine], text: Sequence[Line], parties: Iterable[str]
) -> tuple[Line, float] | None:
    """Return the place of writing and how sure that is.

    Args:
        told: What is said of the letter over its text and under it.
        own: The letter's own date lines.
        text: The lines of its text.
        parties: Who writes and who receives: their names are no places.
    """
    names = {surname(party) for party in parties if not is_office(party)}
    told = tuple(told)
    for said, sure in (*((one, 0.95) for one in told), *((one, 0.9) for one in own)):
        if said and said.place and not _is_party(said.place, names) and not _is_destination(said.place, dated=True):
            return said.place, sure
    for line in text[:_HEAD]:
        place = place_from(line)
        if place and surname(place.text) not in names:
            return place, 0.85
    dated = any(said and not said.place for said in told)
    under = [text] if dated else [text[at + 1 :] for at, line in enumerate(text[:_HEAD]) if _is_bare_date(line)]
    found = (_under(rest, names) for rest in under)
    return _known(text[:_TOP], names) or _alone(text, names) or next((one for one in found if one), None)


def _is_bare_date(line: Line) -> bool:
    date = parse_dateline(line)
    return date is not None and date.date.dated and not date.place


def _is_party(place: Line, names: set[str]) -> bool:
    return surname(place.text) in names and not matches("place", place.words)


def _under(text: Sequence[Line], names: set[str]) -> tuple[Line, float] | None:
    """Read a name that stands alone between the date line and the text, with no stop, as no greeting does."""
    line = text[0] if len(text) > _ENOUGH else None
    if line is None or len(line.text.split()) > _PLACE_WORDS or not line.text[-1].isalpha() or not is_place(line):
        return None
    told = any(matches(kind, line.words) for kind in ("mark", "type", "role", "body", "address", "title", "closing"))
    kept = told or surname(line.text) in names or _is_greeting(line) or line.text.isupper()
    return None if kept else (line, 0.6)


_ENOUGH = 2
_PLACE_WORDS = 2


def _known(top: Sequence[Line], names: set[str]) -> tuple[Line, float] | None:
    """Read a town that is a text's first line, or its first sentence: ``Omsk.``, ``г. Ростов-на-Дону``."""
    for at, line in enumerate(top):
        first = _FIRST.match(line.text)
        if at == 0 and first and matches("place", first[1]) and not _sends(first, names):
            return line.part(*first.span(1)), 0.7
        if at and not (parse_dateline(top[at - 1]) or is_about(top[at - 1]) or is_hour(top[at - 1])):
            return None
        bare = _untimed(line).without_tail(".,")
        named = leading_town(bare) or town_of(bare)
        if surname(bare.text) in names or not (matches("place", named.words) or named.start > bare.start):
            continue
        return named, 0.8
    return None


_FIRST = re.compile(r"([^\W\d_][\w -]{2,24})\.\s+([A-ZА-ЯЁÄÖÜ][\w-]*)")
"""A town as the first sentence; a name after it makes it the address."""


def _sends(first: re.Match[str], names: set[str]) -> bool:
    """Whether what stands after a town makes it an address: ``Moscow. Sovnarkom. To Lenin``."""
    addressed = matches("address", first[2]) or matches("to", first[2]) or matches("body", first[2])
    return addressed or bool(names & {surname(word) for word in first.groups()})


def _untimed(line: Line) -> Line:
    timed = _TIMED.fullmatch(line.text)
    hour = line.part(timed.end("place")).without_head(",") if timed else None
    return line.part(*timed.span("place")) if timed and hour and is_hour(hour) else line


_TIMED = re.compile(r"(?P<place>[^,\d]{3,30}),?\s+\d.*")
"""A town with an hour: ``Kiev, 10.20 p.m.``."""
_TOP = 4
"""Lines at a text's top that may be date, mark and town."""


def _alone(text: Sequence[Line], names: set[str]) -> tuple[Line, float] | None:
    """Read a place on a line of its own just above the letter's own date line."""
    for line, under in pairwise(text[: _HEAD + 1]):
        date = parse_dateline(under)
        if date is None or date.place:
            continue
        marks = [found.mark for found in candidates(line)]
        bare = line.part(0, marks[0].start - line.start) if marks else line
        bare = town_of(bare.without_tail(".,"))
        if is_place(bare) and surname(bare.text) not in names and not _is_destination(bare) and not _is_greeting(line):
            return bare, 0.75
    return None


def _is_greeting(line: Line) -> bool:
    return line.text.endswith(("!", ":")) or matches("greeting", line.text.split()[0].strip(",.!"))


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern('address')}\b", re.IGNORECASE)


def _is_destination(place: Line, *, dated: bool = False) -> bool:
    """Whether words belong to an address; of a town and a house in it, a date beside them makes a place."""
    known = dated and all(matches("place", part.strip()) for part in place.text.split(","))
    return not known and _address().search(place.text) is not None
