"""Whether a letter may be dated by the Old Style: nobody outside Russia reckoned so, and nobody there after 1918."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.archives import archives
from corpuscli.data.letter_words import one_of
from corpuscli.errors import DateError
from corpuscli.text.dates.julian import julian_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.model.letter import Letter

NEW_STYLE = date(1918, 2, 14)
"""The first day that Russia counted by the Gregorian calendar."""
_CYRILLIC = re.compile("[А-яЁёІіЇїЄє]{3}")
LANGUAGES = ("ru", "uk", "be")
"""Of those who kept the Julian calendar, as BCP 47 begins."""


def new_style(day: date) -> date | None:
    """Return the Gregorian day of a Julian one; None where Russia had the Gregorian calendar already.

    >>> new_style(date(1917, 10, 25)), new_style(date(1900, 3, 5)), new_style(date(1921, 3, 10))
    (datetime.date(1917, 11, 7), datetime.date(1900, 3, 18), None)
    """
    if day >= NEW_STYLE:
        return None
    try:
        return julian_day(day.year, day.month, day.day)
    except DateError:  # before the year 1
        return None


def may_be_old_style(letter: Letter, kept: Iterable[str]) -> bool:
    """Tell whether a letter may have been dated by the Julian calendar, by what its front matter says.

    Args:
        letter: The letter; what ``calendar`` says decides, then its language, its place and its script.
        kept: The archival ids of its source; an archive that the register names in Cyrillic is a Russian one.
    """
    said = letter.get("calendar")
    if said:
        return said == "julian"
    written = " ".join(letter.get(key) for key in ("date_text", "place", "title"))
    return (
        letter.get("language").partition("-")[0] in LANGUAGES
        or is_cyrillic(written)
        or bool(_places().match(letter.get("place")))
        or any(one.removeprefix("archive:").partition("/")[0] in _archives() for one in kept)
    )


def is_cyrillic(words: str) -> bool:
    """Tell whether some words are in Cyrillic."""
    return _CYRILLIC.search(words) is not None


@cache
def _places() -> re.Pattern[str]:
    return re.compile(rf"{one_of('old-style-place')}(?!\w)(?!,\s(?:Virginia|Idaho|Florida|Texas|PA|TX|ID|VA|FL)(?!\w))")


@cache
def _archives() -> frozenset[str]:
    return frozenset(row.id for row in archives() if is_cyrillic(" ".join(row.names)))
