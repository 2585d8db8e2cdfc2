"""What the words of a reference look like: numbers, days, persons; the forms of ``references.tsv`` are made of them."""

from __future__ import annotations

import re
from functools import cache

from corpuscli.data.date_words import date_words
from corpuscli.data.names import name_words

_RANGE = r"(?:\s?[-–—]\s?\d{1,4})?"
NUMBERS = rf"(?P<n>\d{{1,4}}[a-zа-я]?{_RANGE}(?:(?:,\s?|\s(?:and|и|und)\s)\d{{1,4}}{_RANGE}(?!\w)){{0,12}})(?!\w)"
NUMBER = r"(?P<document>\d{1,4})(?!\w)"
_MONTH = r"[A-Za-zА-Яа-яёäéû]{3,9}"
_YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
_SHORT = r"[’']?\d\d(?=\s?(?:г\.|года)|\.?\s?(?:[)\]»”“\";:,\[‹›]|$)|\.\s)"
"""A year of two digits, which something must close: the 20 of ``May 5 20 men`` is none."""
DATE = (
    rf"(?P<date>\d{{1,2}}(?:st|nd|rd|th|-го|\.)?\s(?:of\s)?{_MONTH}\.?(?:,?\s(?:{_YEAR}|{_SHORT}))?"
    rf"|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s{_YEAR})?"
    rf"|\d{{1,2}}[./]\s?(?:[IVX]{{1,4}}(?!\w)|\d{{1,2}}(?=[./-]\s?\d))"
    rf"(?:[./-]\s?\d{{2,4}}|\s(?:{_YEAR}|{_SHORT}))?)(?!\w)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_INITIALS = rf"(?:{_CAPITAL}\.\s?){{0,3}}"


@cache
def names() -> str:
    """Return an expression of a person with titles, forenames and particles.

    >>> [bool(re.fullmatch(names(), words)) for words in ("Herrn Dr. Kern", "von Kern", "Thus Kern")]
    [True, False, False]
    """
    titles = "|".join(form if "а" <= form[0] <= "я" else form.capitalize() for form in _forms("title"))
    return (
        rf"(?:(?:{titles})\.?\s){{0,3}}{_INITIALS}"
        rf"(?:{_word()}\s(?:(?:von|van|zu|de|der|du|fon)\s){{0,2}}){{0,2}}{_word()}"
    )


@cache
def _word() -> str:
    """Return an expression of a surname or forename; what begins a sentence or a day is none."""
    months = [
        form for row in date_words() if row.kind == "month" and row.language in ("en", "de") for form in row.forms
    ]
    others = [form.capitalize() for form in _forms("opener")]
    no_names = "|".join(dict.fromkeys([*others, *(month for month in months if month[0].isupper())]))
    return rf"(?!(?:{no_names}|[A-Z][a-z]+ing)(?!\w)){_CAPITAL}[a-zß-öø-ÿа-яё]\w{{0,30}}(?:-{_CAPITAL}\w{{1,30}})?"


def _forms(kind: str) -> list[str]:
    return [form for row in name_words() if row.kind == kind for form in row.forms]


@cache
def words() -> tuple[tuple[str, str], ...]:
    """Return what stands for what in the forms; ``{owner}`` is a person in the German genitive."""
    return (
        ("{n}", NUMBERS),
        ("{date}", DATE),
        ("{name}", _INITIALS + _word()),
        ("{names}", names()),
        ("{owner}", rf"{names()}(?<=[sxzß’'])"),
        ("{doc}", NUMBER),
    )


_SHORT_YEAR = re.compile(r"(.*[^\d’'])[’']?(\d\d)", re.DOTALL)
_NUMERIC = re.compile(r"\d{1,2}[./]\s?(?:\d{1,2}|[IVX]{1,4})(?:[./-]\s?|\s)[’']?\d\d")
_SPELT = re.compile(r"\d{1,2}(?:st|nd|rd|th|-го|\.)?\s(?:of\s)?[^\W\d_]{3,9}\.?,?\s[’']?\d\d")


def century_left_open(words: str) -> tuple[str, str] | None:
    """Return a day without its year, and the two digits of the year; None where the year is none or has four.

    >>> century_left_open("19. Juli 92"), century_left_open("9/XI"), century_left_open("2.12.32")
    (('19. Juli', '92'), None, ('2.12', '32'))
    """
    if not (_NUMERIC.fullmatch(words) or _SPELT.fullmatch(words)):
        return None
    found = _SHORT_YEAR.fullmatch(words)
    return None if found is None else (found[1].rstrip(" ./-,’'"), found[2])
