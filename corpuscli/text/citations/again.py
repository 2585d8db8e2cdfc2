"""Works named again by author, with a word for the rest: ``Carr, op. cit., p. 12``; ``a. a. O.``, ``Указ. соч.``."""

from __future__ import annotations

import re
from types import MappingProxyType

from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.locators import read_locators
from corpuscli.text.later import later

_WORD = re.compile(r"(?:[Oo]p\.\s?cit|[Aa]\.\s?a\.\s?O|[Уу]каз\.\s?соч)\.")
_FLAT = re.compile(
    "\\.(?<=[paз]\\.)"
    "(?:(?<=op\\.)(?=[ ?]?cit\\.)()|(?<=a\\.)(?=[ ?]?a\\.[ ?]?o\\.)|(?<=указ\\.)(?=[ ?]?соч\\.)())".encode("cp1251")
)
"""The full stop within such a word: there are fewer of them than of any letter."""
_BACK = {1: 2, None: 1, 2: 4}
"""How many signs of the word stand before it, by the group that matches."""
_INITIALS = r"[A-ZА-ЯЁ]\.(?:\s?[A-ZА-ЯЁ]\.)?"
_SURNAME = r"[A-ZÀ-ÞА-ЯЁ][^\W\d_]{1,20}(?:[-’'][A-ZÀ-ÞА-ЯЁ]?[^\W\d_]{1,20})?"
_AUTHOR = later(
    r"(?<![\w.])(?!(?:See|Cf|Vgl|Siehe|См|Ср|In|Voir)\b)"
    rf"(?:{_INITIALS}\s?)?(?P<surname>{_SURNAME})(?:,?\s{_INITIALS})?[.,:]?\s$"
)
_REACH = 60
"""How far before the word its author may begin, in code points."""


def find_again(text: str, flat: bytes) -> list[Citation]:
    """Find works that are named again; which they are is settled by ``lean``.

    Args:
        text: Any text.
        flat: The same with small letters, in one byte a sign.

    >>> from corpuscli.text.citations.flat import small
    >>> [one.raw for one in find_again("See Carr, op. cit., p. 12.", small("See Carr, op. cit., p. 12."))]
    ['Carr, op. cit., p. 12']
    """
    read = [read_again(text, stop.start() - _BACK[stop.lastindex]) for stop in _FLAT.finditer(flat)]
    return [one for one in read if one is not None]


def read_again(text: str, place: int) -> Citation | None:
    """Read the work whose word stands at ``place``; None where no author stands before it, or nothing behind it."""
    word = _WORD.match(text, place)
    author = _AUTHOR.search(text, max(0, place - _REACH), place) if word is not None else None
    if word is None or author is None:
        return None
    locators, end = read_locators(text, word.end())
    if not locators:
        return None
    span = Span(author.start(), end)
    fields: dict[str, FieldValue] = {"work": None, "author": author["surname"], **locators}
    return Citation(span, span.of(text), "work", "ibid", ("work:?",), MappingProxyType(fields), "dangling")
