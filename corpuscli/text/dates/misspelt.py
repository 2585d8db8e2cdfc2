"""A month that is misspelt: "5 Septemer 1921" is not all of 1921."""

from __future__ import annotations

import re
from functools import cache

from corpuscli.model.span import Span
from corpuscli.text.dates.vocabulary import vocabulary

_ALIKE = 75
"""The least likeness, 0-100, of a word between day and year to a month: "Smarch" is 91 like March, "Moscow" 33."""
_SHORTEST = 5
_LONG = 7
"""Letters from which on two slips may be in a word that stands where a town may stand, too."""


def misspelt_month(text: str, language: str | None) -> tuple[Span, str] | None:
    """Say which word beside a year looks like a month, or None.

    Args:
        text: The date as printed.
        language: BCP 47, as for :func:`~corpuscli.text.dates.printed.parse_printed`.

    Returns:
        Where the day, the word and the year stand, and what is wrong.

    >>> misspelt_month("5 Septemer 1921", "en")
    (Span(start=0, end=15), 'no month is called Septemer; did you mean September?')
    >>> misspelt_month("Baku, Febuary 1921", "en")[1]
    'no month is called Febuary; did you mean February?'
    """
    roman = _roman().search(text)
    words = vocabulary(language)
    if roman and roman[1] not in words.romans:
        return Span(*roman.span()), f"there is no month {roman[1]}; correct the date"
    for look, nearest in ((_between(), _like), (_before(), _almost)):
        found = look.search(text)
        if found is None or found[1].lower() in words.words:
            continue
        months = [word for word, meaning in words.words.items() if meaning[0] == "month"]
        best = nearest(found[1].lower(), months)
        if best:
            return Span(*found.span()), f"no month is called {found[1]}; did you mean {best.capitalize()}?"
    return None


def _like(word: str, months: list[str]) -> str:
    """Return the month most like a word that stands where nothing but a month can."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, months, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return best[0] if best else ""


def _almost(word: str, months: list[str]) -> str:
    """Return the month that a word is but for a slip; a town may stand there: Augusta and Capri are no months."""
    from rapidfuzz.distance import OSA

    whole = [month for month in months if len(month) >= _SHORTEST]
    if len(word) < _SHORTEST or word.startswith(tuple(whole)):
        return ""
    most = 1 if len(word) < _LONG else 2
    near = [
        (slips, month)
        for month in whole
        if month[0] == word[0]
        for slips in (OSA.distance(word, month),)
        if slips <= most
    ]
    return min(near)[1] if near else ""


@cache
def _roman() -> re.Pattern[str]:
    return re.compile(r"(?<![\d./-])\d{1,2}[./-]\s?([IVXLC]+)[./-]\s?\d{4}(?!\d)")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d./-])\d{1,2}(?:st|nd|rd|th|-?го)?\.?\]?\s+(?:of\s+)?\[?([^\W\d_]{3,})\.?,?\s+\[?\d{4}(?!\d)"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![^\W_])(?=[^\W\d_]+\.?\s+\d{1,2}\D)|(?:(?<=^)|(?<=[,;\[(])|(?<=[,;]\s)))"
        r"([^\W\d_]{5,})\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?\]?,?\s+)?\[?\d{4}(?!\d)"
    )
