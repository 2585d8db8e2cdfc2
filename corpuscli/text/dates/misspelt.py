"""A month that is misspelt: "5 Septemer 1921" is not all of 1921."""

from __future__ import annotations

import re
from functools import cache

from corpuscli.text.dates.vocabulary import vocabulary

_ALIKE = 75
"""The least likeness, 0-100, of a word to a month: "Smarch" is 91 like March, "Moscow" 33."""


def misspelt_month(text: str, language: str | None) -> str | None:
    """Say which word between a day and a year looks like a month, or None.

    Args:
        text: The date as printed.
        language: BCP 47, as for :func:`~corpuscli.text.dates.printed.parse_printed`.

    >>> misspelt_month("5 Septemer 1921", "en")
    'no month is called Septemer; did you mean September?'
    """
    roman = _roman().search(text)
    if roman and roman[1] not in vocabulary(language).romans:
        return f"there is no month {roman[1]}; correct the date"
    found = _between().search(text)
    words = vocabulary(language).words
    if found is None or found[1].lower() in words:
        return None
    from rapidfuzz import fuzz, process

    months = [word for word, meaning in words.items() if meaning[0] == "month"]
    best = process.extractOne(found[1].lower(), months, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return f"no month is called {found[1]}; did you mean {best[0].capitalize()}?" if best else None


@cache
def _roman() -> re.Pattern[str]:
    return re.compile(r"(?<![\d./-])\d{1,2}[./-]\s?([IVXLC]+)[./-]\s?\d{4}(?!\d)")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d./-])\d{1,2}(?:st|nd|rd|th|-?го)?\.?\]?\s+(?:of\s+)?\[?([^\W\d_]{3,})\.?,?\s+\[?\d{4}(?!\d)"
    )
