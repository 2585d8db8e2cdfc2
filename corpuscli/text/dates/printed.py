"""Printed dates, as editions and letters write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.text.dates.beyond import beyond
from corpuscli.text.dates.edtf import parse_edtf
from corpuscli.text.dates.fields import NO_HINTS, Hints
from corpuscli.text.dates.looks import read_alike, read_runs
from corpuscli.text.dates.misspelt import misspelt_month
from corpuscli.text.dates.phrase import read_run

if TYPE_CHECKING:
    from corpuscli.model.date import Date

_HOW = "write it as March 10, 1921 or in EDTF, as 1921-03-10"
_YEAR = len("1921?")
"""Code points of a date in EDTF that says no more than the year."""


def parse_printed(
    text: str,
    language: str | None = None,
    *,
    day_first: bool | None = None,
    calendar: str | None = None,
    years: tuple[int, int] | None = None,
) -> Date:
    """Read a date as printed in English, Russian, German, French or Latin, with a weekday and place around it.

    What stands in brackets, is questioned or called probable is ``?``; circa is ``~``; early, mid and late are ``%``.
    "Later D" and "previously D" of machine-translated editions mean not before and not after D. Of two calendars the
    Gregorian day counts. A date without a year has none: ``XXXX-02-27``.

    Args:
        text: One line or a part of it, with one date.
        language: BCP 47; its words win where two languages differ. None reads all.
        day_first: Whether 3/4/21 is the third of April; without it such a date is refused.
        calendar: ``julian`` when the date is printed so; it is converted. Words such as "old style" win.
        years: First and last year that a year of two digits may mean. Without it 00-50 are 1900-1950, others refused.

    Raises:
        DateError: No date, more than one, a day that never was, or one that cannot be told without a hint.

    >>> parse_printed("Baku, [late January 1918]").edtf
    '1918-01%'
    >>> parse_printed("20 декабря 1917 г. (2 января 1918 г.)").edtf
    '1918-01-02'
    """
    alike = read_alike(text, language) if calendar is None else None
    if alike is not None:
        return _of_known_month(text, alike, language)
    hints = NO_HINTS if day_first is None and years is None else Hints(day_first, years)
    strange = beyond(text)
    if strange:
        raise DateError(f"{text}: {strange[1]}")
    found: list[Date] = []
    refusal: DateError | None = None
    for run in read_runs(text, language):
        try:
            edtf = read_run(run, hints, calendar)
            if edtf:
                found.append(parse_edtf(edtf))
        except DateError as reason:
            refusal = refusal or reason
    if refusal and all(day.undated for day in found):
        said = str(refusal)
        raise DateError(said if said.startswith(f"{text}:") else f"{text}: {said}") from refusal
    return _of_known_month(text, found[0] if len(found) == 1 else _only(text, found, language), language)


def _of_known_month(text: str, found: Date, language: str | None) -> Date:
    """Return the date; refuse all of a year where a month stands that is misspelt."""
    if len(found.edtf) <= _YEAR and not found.undated:
        said = misspelt_month(text, language)
        if said:
            raise DateError(f"{text}: {said[1]}")
    return found


def _only(text: str, found: list[Date], language: str | None) -> Date:
    """Return the one date of the text."""
    dated = [day for day in found if not day.undated] or found
    if len(set(dated)) > 1:
        raise DateError(f"{text}: two dates, {dated[0]} and {dated[1]}; give one")
    if not dated:
        misspelt = misspelt_month(text, language)
        if misspelt:
            raise DateError(f"{text}: {misspelt[1]}")
        raise DateError(f"{text or 'no text'}: no date that can be read; {_HOW}")
    return dated[0]


def parse_date(
    text: str,
    language: str | None = None,
    *,
    day_first: bool | None = None,
    years: tuple[int, int] | None = None,
) -> Date:
    """Read a date in EDTF or, when it is none, as printed.

    Args:
        text: The date.
        language: BCP 47; see :func:`parse_printed`, as for what follows.
        day_first: Whether 3/4/21 is the third of April.
        years: First and last year that a year of two digits may mean.

    Raises:
        DateError: It is neither.

    >>> parse_date("1921-03").latest
    datetime.date(1921, 3, 31)
    >>> parse_date("10. März 1921", "de").edtf
    '1921-03-10'
    """
    text = text.strip()
    if not _looks_edtf(text):
        return parse_printed(text, language, day_first=day_first, years=years)
    try:
        return parse_edtf(text)
    except DateError as refusal:
        try:
            return parse_printed(text, language, day_first=day_first, years=years)
        except DateError:
            raise refusal from None


def _looks_edtf(text: str) -> bool:
    """Tell whether a date may be EDTF; one date in brackets is an editor's, no set of one."""
    first = text[:1]
    if first in ("[", "{"):
        return "," in text or ".." in text
    if first in (".", "/"):
        return " " not in text
    return " " not in text and text.isascii() and text[:4].replace("X", "0").isdigit() and text[3:4] != ""
