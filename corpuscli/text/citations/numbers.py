"""Numbers of fonds, files, leaves and pages: as printed, and as they are kept."""

from __future__ import annotations

import re
from functools import lru_cache

from corpuscli.text.later import later

_SUFFIX = r"(?:-?[а-яёa-z](?![^\W\d_]))?"
_BACK = (
    r"(?:[сs]\s)?(?:об|ob|зв|zv|verso|reverse|оборот(?:ом|ами)?|oborot(?:om|ami)?)(?![^\W\d_])\.?"
    r"|\((?:[сs]\s)?(?:об|ob|verso|reverse|оборот(?:ом|ами)?|oborot(?:om|ami)?)\.?\)|(?:rev|vol|about)\.(?!\s?[\dIVX])"
)
"""Verso in every dress: ``с об.`` is with it; machines make rev., vol. and about. of ``об.``."""
_VERSO = rf"(?:\s?(?:{_BACK})|\s(?:и|i|and)\s(?:об|ob)(?![^\W\d_])\.?)?"
_ONE = rf"(?:[ПР]-)?\d+(?:/\d+)?{_SUFFIX}{_VERSO}"
MEMBER = rf"{_ONE}(?:\s?[-–—]\s?{_ONE})?"
"""One member of a list: a number with its letter and verso, or a range of two."""

_COMMA = r"\s?(?:,|;(?!\s?(?:1[89]|20)\d\d[.,]\s?(?:№|[Nn]o))(?=\s?\d+[\s.,;)])|\s(?:and|и|und|et|&)(?=\s))\s?"
_NO_DATE = r"(?!\d+\s(?!(?:and|und)\s)[A-ZА-Яa-zа-я]{3,})"
LIST = rf"{MEMBER}(?:{_COMMA}{_NO_DATE}{MEMBER})*"
"""Members with commas between; a number before a word (a date) is none of them."""

FOND = (
    r"(?!\d+/\d+/\d)(?:[РPRрpr][-–]?\s?(?=\d)|[АAаaПп][-–](?=\d))?\d+(?:/(?:\d+|[IVX]+(?![^\W_])|[А-ЯA-Zа-яa-z](?![^\W_])))?"
    r"(?:(?:-?[а-яa-z]|[А-ЯA-Z]|сч|сс|оц)(?![^\W\d_]))?(?![^\W_])"
)

_PART = later(rf"({_ONE})(?:\s?[-–—]\s?({_ONE}))?")
_BOTH = re.compile(r"(\d+)\s(?:и|i|and)\s(?:об|ob)(?![^\W\d_])\.?")
"""``51 и об.`` is a leaf with its back."""
_ENDS_VERSO = later(rf"\s?(?:{_BACK})$")
_PREFIX = re.compile(r"^([РPRрpr]|[АAаaПп])[-–]?\s?(?=\d)")
_LETTERS = {**dict.fromkeys("АAаa", "A-"), **dict.fromkeys("Пп", "P-")}


@lru_cache(maxsize=4096)  # leaves and pages are small numbers: the same lists come again and again
def members(text: str) -> tuple[str, ...]:
    """Split a list and normalise its members: ranges expanded and with a hyphen, verso as ``ob``.

    >>> members("23-4, 125, 13a ob.")
    ('23-24', '125', '13aob')
    """
    if text.isdigit():
        return (text,)
    text = _BOTH.sub(r"\1, \1ob", text)
    first, _, last = text.replace("–", "-").partition("-")
    if first.isdecimal() and last.isdecimal():
        return (f"{first}-{_expanded(first, last)}",)
    return tuple(_member(found[1], found[2]) for found in _PART.finditer(text))


def _member(first: str, last: str | None) -> str:
    first = _single(first)
    return first if last is None else f"{first}-{_expanded(first, _single(last))}"


def _single(text: str) -> str:
    if text.isdigit():
        return text
    verso = _ENDS_VERSO.search(text)
    return (text[: verso.start()] + "ob" if verso else text).replace(" ", "")


def _expanded(first: str, last: str) -> str:
    """Complete the end of an elided range: 23-4 is 23-24, 34-5ob is 34-35ob.

    >>> _expanded("34ob", "5ob"), _expanded("14", "14ob")
    ('35ob', '14ob')
    """
    low, high = first.removesuffix("ob"), last.removesuffix("ob")
    if low.isdecimal() and high.isdecimal() and len(high) < len(low) and int(high) <= int(low):
        whole = low[: len(low) - len(high)] + last
        return whole if int(whole.removesuffix("ob")) >= int(low) else last
    return last


def fond_number(text: str) -> str:
    """Normalise a fond's number: Cyrillic Р and Latin P are ``R-``, Cyrillic А is ``A-``, Cyrillic П (party) ``P-``.

    >>> fond_number("р4808"), fond_number("А-513"), fond_number("641/1"), fond_number("П-1")
    ('R-4808', 'A-513', '641/1', 'P-1')
    """
    if text.isdigit():
        return text
    prefix = _PREFIX.match(text)
    if prefix is None:
        return text
    return _LETTERS.get(prefix[1], "R-") + text[prefix.end() :]


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def arabic(text: str) -> str:
    """Turn a Roman number into an Arabic one; others stay.

    >>> arabic("XLIV"), arabic("5")
    ('44', '5')
    """
    if not text or not text.isalpha() or set(text) - _ROMAN.keys():
        return text
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return str(sum(-value if value < after else value for value, after in zip(values, following, strict=True)))
