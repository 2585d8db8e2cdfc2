"""The date within a line that holds other words too, and the date line that a header's date repairs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.span import Span
from corpuscli.text.dates.beyond import beyond
from corpuscli.text.dates.edtf import parse_edtf
from corpuscli.text.dates.fields import NO_YEAR, Hints
from corpuscli.text.dates.items import Reader
from corpuscli.text.dates.matching import may_lie
from corpuscli.text.dates.misspelt import misspelt_month
from corpuscli.text.dates.phrase import JOINTS, read_run
from corpuscli.text.dates.shapes import slots
from corpuscli.text.dates.vocabulary import vocabulary

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from corpuscli.model.date import Date
    from corpuscli.text.dates.run import Run

_LONGEST = 16
"""Items of one run that are looked at: a list of numbers is no date."""
_NO_START, _NO_END = JOINTS + ")", JOINTS + "("
_JOINING = JOINTS + "()"
_WHOLE = 3
"""Items of a date that names a day."""
_FAR = 10**7
"""Days: farther than any date from any other."""


def find_date(  # noqa: PLR0913 - the hints of parse_printed, and the header's date
    text: str,
    language: str | None = None,
    *,
    day_first: bool | None = None,
    calendar: str | None = None,
    years: tuple[int, int] | None = None,
    reference: Date | None = None,
) -> tuple[Span, Date] | None:
    """Find the most exact date of a line, the first among equals.

    Args:
        text: One line, as ``Baku, May 4, 1920. The ...``.
        language: As for :func:`~corpuscli.text.dates.printed.parse_printed`, like the hints after it.
        day_first: Whether 3/4/21 is the third of April.
        calendar: ``julian`` when dates are printed so.
        years: First and last year that a year of two digits may mean.
        reference: The letter's date from its header; it tells the year, the order of day and month, and damaged
            Roman months, see :func:`repair`.

    Returns:
        Where the date stands (with its brackets, weekday and hour) and the date, or None.

    >>> find_date("Rostov-on-Don, April 23, 1920. Dear comrade")
    (Span(start=15, end=29), Date(edtf='1920-04-23', ...))
    """
    best: tuple[int, Span, Date] | None = None
    words = vocabulary(language)
    tokens = list(words.token.finditer(text))
    for run in Reader([token[0] for token in tokens], words).runs():
        found = _best_part(run, tokens, _readings(reference, Hints(day_first, years)), calendar, reference)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best[1:] if best else None


def refused_date(text: str, language: str | None = None, *, day_first: bool | None = None) -> tuple[Span, str] | None:
    """Find what names a day and is no date: the 30th of February, a misspelt month, ``March 10, l921``, ``5/6/1921``.

    Args:
        text: One line.
        language: As for :func:`find_date`.
        day_first: As there.

    Returns:
        Where it stands, and what is wrong; None where nothing of the kind does.

    >>> refused_date("Baku, February 30, 1921. Dear comrade")
    (Span(start=6, end=23), '1921-02-30: February 1921 has 28 days; correct the day, or write 1921-02')
    """
    found = beyond(text) or misspelt_month(text, language)
    if found:
        return found
    words = vocabulary(language)
    tokens = list(words.token.finditer(text))
    for run in Reader([token[0] for token in tokens], words).runs():
        if sum(letter not in _JOINING for letter in run.shape) < _WHOLE:
            continue
        try:
            parse_edtf(read_run(run, Hints(day_first)) or NO_YEAR)
        except DateError as problem:
            return Span(tokens[run.first[0]].start(), tokens[run.last[-1]].end()), str(problem)
    return None


def repair(text: str, reference: Date, language: str | None = None, *, calendar: str | None = None) -> Date:
    """Read a letter's own date line by the light of the date in its header.

    The header tells the year where none stands, the order of two numbers, and Roman months that OCR made into
    digits (``16/11 21`` is 16/II in a letter of February). It never changes what is readable otherwise.

    Args:
        text: The date line.
        reference: The header's date.
        language: BCP 47.
        calendar: ``julian`` when the line is printed so.

    Raises:
        DateError: The line holds no date.

    >>> repair("16/11 21", parse_edtf("1921-02")).edtf
    '1921-02-16'
    >>> repair("16/11 21", parse_edtf("1921-11-17")).edtf
    '1921-11-16'
    """
    found = find_date(text, language, calendar=calendar, reference=reference)
    if found is None:
        raise DateError(f"{text}: no date that can be read; write it as March 10, 1921 or in EDTF, as 1921-03-10")
    return found[1]


def _readings(reference: Date | None, hints: Hints) -> tuple[Hints, ...]:
    """Return the ways in which numbers may be read, the likeliest first."""
    if reference is None or reference.undated:
        return (hints,)
    near = reference.earliest or reference.latest
    years = hints.years or ((near.year - 50, near.year + 49) if near else None)
    orders = (True, False) if hints.day_first is None else (hints.day_first,)
    return tuple(Hints(first, years, damaged) for first in orders for damaged in (False, True))


def _best_part(
    run: Run, tokens: list[re.Match[str]], readings: tuple[Hints, ...], calendar: str | None, reference: Date | None
) -> tuple[int, Span, Date] | None:
    """Return the most exact date that a stretch of the run's items makes; of equals the longest, then the first."""
    best: tuple[int, Span, Date] | None = None
    figures = _in_figures(run, tokens)
    size = min(len(run.shape), _LONGEST)
    for length in range(size, 0, -1):
        for start in range(size - length + 1):
            if not any(figures[start : start + length]) or not may_be_date(run.shape[start : start + length]):
                continue
            part = run.part(start, start + length)
            found = _nearest(_read_all(part, readings, calendar), reference)
            exact = _exactness(part, found) if found else 0
            if found and (best is None or exact > best[0]):
                best = exact, Span(tokens[part.first[0]].start(), tokens[part.last[-1]].end()), found
        if best is not None:
            return best
    return best


def _in_figures(run: Run, tokens: list[re.Match[str]]) -> list[bool]:
    """Tell of each item whether it is a day or year in figures: "the second may" is no date."""
    return [
        letter in "doYyt" and any(not tokens[at][0].isalpha() for at in range(first, last + 1))
        for letter, first, last in zip(run.shape, run.first, run.last, strict=True)
    ]


@lru_cache(maxsize=4096)
def may_be_date(shape: str) -> bool:
    """Tell whether a stretch of items is worth reading.

    Joints and lone parentheses at the edges belong to the words around it: what remains without them is read in
    its turn. Of numbers alone few shapes are dates, and none that has not even a full stop.
    """
    if shape[0] in _NO_START or shape[-1] in _NO_END or not shape.strip("d()"):
        return False
    if not shape.strip("doYyt"):
        return slots(shape) is not None
    return (shape[0] != "(" or _has_partner(shape, "()")) and (shape[-1] != ")" or _has_partner(shape[::-1], ")("))


def _has_partner(shape: str, pair: str) -> bool:
    """Tell whether the parenthesis with which a shape begins is closed in it."""
    depth = 0
    for letter in shape:
        depth += (letter == pair[0]) - (letter == pair[1])
        if depth == 0:
            return True
    return False


def _read_all(run: Run, readings: tuple[Hints, ...], calendar: str | None) -> Iterator[Date]:
    """Yield what the run means in each way of reading."""
    for hints in readings:
        try:
            edtf = read_run(run, hints, calendar)
            if edtf:
                yield parse_edtf(edtf)
        except DateError:
            continue


def _nearest(found: Iterator[Date], reference: Date | None) -> Date | None:
    """Return the date nearest to the reference, with its year where it has none; the first among equals."""
    if reference is None or reference.undated:
        return next(found, None)
    dates = [_with_year(day, reference) for day in found]
    return min(dates, key=lambda day: _distance(day, reference), default=None)


def _with_year(day: Date, reference: Date) -> Date:
    """Fill in the year that brings the date nearest to the reference."""
    if NO_YEAR not in day.edtf or day.edtf == NO_YEAR:
        return day
    near = {end.year + by for end in (reference.earliest, reference.latest) if end for by in (-1, 0, 1)}
    dates: list[Date] = []
    for year in sorted(near):
        try:
            dates.append(parse_edtf(day.edtf.replace(NO_YEAR, f"{year:04}")))
        except DateError:
            continue
    return min(dates, key=lambda dated: _distance(dated, reference), default=day)


def _distance(day: Date, reference: Date) -> int:
    """Return the days between two dates, 0 where they may be the same."""
    if day.undated:
        return _FAR
    first, last = reference.earliest or reference.latest, reference.latest or reference.earliest
    if may_lie(day, first, last):
        return 0
    ends = [end for end in (day.earliest, day.latest) if end]
    return min((abs((end - other).days) for end in ends for other in (first, last) if other), default=_FAR)


def _exactness(run: Run, day: Date) -> int:
    """Rank a date: a day before a month, a month before a year, what has a year before what has none."""
    month = any(letter in "MRS" for letter in run.shape) or len(day.edtf.rstrip("?~%")) > 4  # noqa: PLR2004 - YYYY
    number = any(letter in "do" for letter in run.shape)
    return 1 + 4 * (not day.undated) + 2 * month + number
