"""Which words name a place, and which of them name the town."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches
from corpuscli.intake.page.parties import likeness
from corpuscli.text.later import later

if TYPE_CHECKING:
    from corpuscli.intake.page.lines import Line

_LONGEST = 100
_PLACE = later(
    r"(?:(?:g|г|city of|town of|[Vv]illage of|station)\.?\s)?[A-ZА-ЯЁÄÖÜ][\w'’-]*\]?"
    r"(?:[ ./,]+(?:(?:[a-z]\.|station|village|am|an der|on|sur|na|n|upon|in|bei|ob|[A-ZА-ЯЁÄÖÜ][\w'’-]*)\.?|"
    r"\[\w+\]|[/,]))*"
)
_FROM = later(r"(?:from|из|aus)\s+(?P<place>[A-ZА-ЯЁÄÖÜ][\w'’-]*(?:\s[A-ZА-ЯЁÄÖÜ][\w'’-]*){0,2})", re.IGNORECASE)
_WORDS_OF_A_PLACE = 5
_SHORTEST = 3
_INITIALS = later(r"[A-ZА-ЯЁ]\.\s?[A-ZА-ЯЁ]\b|.*\s[A-ZА-ЯЁ]\.?$")


def town_of(place: Line) -> Line:
    """Take street, house and words such as ``city of`` off a place.

    >>> from corpuscli.intake.page.lines import Line
    >>> [town_of(Line(words, 0)).text for words in ("Graz, Hauptplatz 5", "Chambre des députés, Paris", "г. Киев")]
    ['Graz', 'Paris', 'Киев']
    """
    return _bare(_of_house(_without_street(place)))


def is_place(part: Line) -> bool:
    """Tell whether words may name a place: capitals at the start, and few words.

    >>> from corpuscli.intake.page.lines import Line
    >>> [is_place(Line(words, 0)) for words in ("Rostov n / D [on]", "comrade Kuibyshev", "G. V. Chicherin")]
    [True, False, False]
    """
    region = _REGION.search(part.text)
    part = part.part(0, region.start()) if region else part
    words = part.text.split()
    if matches("place", part.words):
        return True
    if (
        _INITIALS.match(part.text)
        or len(part.text) < _SHORTEST
        or not words
        or len(words) > _WORDS_OF_A_PLACE
        or not _PLACE.fullmatch(part.text)
    ):
        return False
    return likeness(part.words) not in (1.0, 0.9)


_REGION = re.compile(r"\s\([A-ZÄÖÜÉ][\w'’-]+(?:[ -][\w'’-]+){0,3}\)$")
"""Where a town lies: ``Villeneuve (Vaud)``."""


def place_from(line: Line) -> Line | None:
    """Return the place of ``From KHARKOV``, without brackets that close nothing; None for any other line."""
    found = _FROM.match(line.text)
    if found is None or len(line.text) > _LONGEST:
        return None
    place = line.part(*found.span("place")).without_tail(".,]/")
    return place if is_place(place) and not matches("title", place.text) else None


def leading_town(line: Line) -> Line | None:
    """Return the town that a short line names as one before it says where there: ``г. Харьков. Ст. Основа, вагон``."""
    found = _LEADING.match(line.text) if len(line.text) <= _LONGEST else None
    return line.part(*found.span("town")) if found else None


_TOWN = r"(?:[гg]\.\s*|гор\.\s*|(?:г|city of|town of)\s+)(?=[A-ZА-ЯЁ])"
_LEADING = later(rf"{_TOWN}(?P<town>[A-ZА-ЯЁ][\w-]+(?:\s[A-ZА-ЯЁ][\w-]+)?)[.,]\s+\w[\w.,-]*(?:\s[\w.,-]+){{0,3}}$")


def _without_street(place: Line) -> Line:
    """Take a street and its number off a place, or nothing but that: ``Salzburg, Kapuzinerberg 5``."""
    parts = place.text.split(",")
    at = next((at for at, part in enumerate(parts) if _STREET.fullmatch(part.strip())), len(parts))
    if at == len(parts) or len(parts) > at + _AFTER_STREET:
        return place
    return place.part(0, len(",".join(parts[:at]))).without_tail(",")


_STREET = re.compile(
    r"\d{1,3}[a-z]?,?(?:\s[A-ZÄÖÜ][\w.'’-]+){1,4}|(?:(?:[A-ZÄÖÜ][\w.'’-]+|den|der|dem|de|des|du|la)\s){1,4}\d{1,3}[a-z]?(?:\s?[IVX]+)?|"
    r"(?:[Vv]illa|[Hh][oô]tel|[Dd]acha|[Cc]h[âa]teau|[Cc]halet|[Pp]ension|[Cc]arriage|[Rr]oom)\s[\w .'’-]+"
)
_AFTER_STREET = 2


def _of_house(place: Line) -> Line:
    """Keep of a house and its town the town: ``Chambre des députés, Paris``."""
    house, comma, town = place.text.rpartition(",")
    if not comma or is_place(place) or len(house.split()) > _WORDS_OF_A_PLACE or not matches("place", town.strip()):
        return place
    return place.part(len(house) + 1)


def _bare(place: Line) -> Line:
    """Take ``г.`` or ``city of`` off a place."""
    found = _SO_CALLED.match(place.text)
    return place.part(found.end()) if found else place


_SO_CALLED = re.compile(_TOWN)
