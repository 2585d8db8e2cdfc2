"""Where numbers begin in a text: one pass over it tells which may belong to citations, and to which.

Numbers are rarer than letters, and no citation of an archive, document, note or letter is without one. What stands right
before a number says whether it may be a locator (behind a mark), the first of bare numbers, or the number or day of a
reference. All else is passed over.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.references import references
from corpuscli.model.values import dataclass
from corpuscli.text.citations.marks import MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LETTERS = "fFdDlLpPkKфФдДлЛпПкК"
_LAST = (
    "nd|is|lo|la|dd|op|on|оп|oп|оp|nv|ka|rt|xp|hr|pr|ty|ti|st|rk|ll|os|io|ls|ol"
    "|нд|сь|ка|ап|он|рт|ло|ла|дд|хр|пр|ты|ах|та|ст|рк|лл"
)
"""The last two letters of all marks of more than one."""
_FINAL = "fdspnvatkoryilxcфдьпоактрвыхлсп"
_NEAR = r"№NРрPRАAП–-"
_ANY = _FINAL + _FINAL.upper()
_BEHIND_MARK = (
    rf"(?:(?<=[{_ANY}{_NEAR}][0-9])|(?<=[{_ANY}]\.[0-9])|(?<=[{_ANY}]\.\s[0-9])|(?<=[{_ANY}]\.\s\s[0-9])"
    rf"|(?<=[{_ANY}]\s[0-9])(?:(?<=[\W_0-9][{_LETTERS}]\s[0-9])|(?<=^[{_LETTERS}]\s[0-9])|(?i:"
    + "|".join(rf"(?<={last}\s[0-9])" for last in _LAST.split("|"))
    + rf"))|(?<=[{_NEAR}]\s[0-9]))"
)
"""Behind what may be a mark: by its last letters, a full stop, blanks."""
_THREE = r"(?=[0-9]{0,5}(?:\.[0-9]{1,5}\.|\s[0-9]{1,5}\s|/[0-9]{1,5}/)[0-9])"
_BEHIND_WORD = r"(?<=[\w.№°\s][0-9])"
_NUMBER = re.compile(rf"[0-9](?<![0-9][0-9])(?:{_THREE}()|{_BEHIND_MARK}()|{_BEHIND_WORD}())")
_BARE, _MARKED = 1, 2
_LONGEST = 16
"""No mark with what may stand before its number is longer, in code points."""
_LONGEST_MONTH = 11
MONTH = "{month}"
_AT_ONCE = frozenset({"F. ", "f. ", "Ф. ", "ф. "})
"""The marks that most citations begin with."""


@dataclass(frozen=True, slots=True)
class Digits:
    """The first digits of numbers, by what may stand there; all ascending.

    Args:
        marked: Behind what may be a mark of fond, opis, papka, delo or list.
        bare: Before two more numbers.
        led: Behind a word that leads to the number or day of a reference, each with the end of that word as the rows
            of references have it, or ``{month}``.
    """

    marked: Sequence[int]
    bare: Sequence[int]
    led: Sequence[tuple[int, str]]


def read_digits(text: str) -> Digits:
    """Find the numbers of a text that may belong to citations."""
    marked: list[int] = []
    bare: list[int] = []
    led: list[tuple[int, str]] = []
    keys = leads()
    for number in _NUMBER.finditer(text):
        place, found = number.start(), number.lastindex
        if found == _MARKED:
            marked.append(place)
        elif found == _BARE:
            marked.append(place)
            bare.append(place)
        before = text[place - 3 : place] if place > 2 else text[:place].rjust(3)  # noqa: PLR2004 - two letters, a blank
        key = before[:2] if before[2].isspace() else before[1:]
        if key in keys or (key := key[1]) in keys:
            led.append((place, key))
        elif (key.islower() or key == ".") and before[0].islower() and _behind_month(text, place):
            led.append((place, MONTH))
    return Digits(marked, bare, led)


def _behind_month(text: str, place: int) -> bool:
    """Tell whether a number may be the day behind a month's name: a word with a capital, and a blank."""
    word = text[max(0, place - _LONGEST_MONTH) : place].split()
    return bool(word) and word[-1][0].isupper()


@cache
def leads() -> frozenset[str]:
    """Return the last two letters of the words that lead to numbers, or the one letter of a sign."""
    return frozenset(lead[-2:] for row in references() for lead in row.leads if lead != MONTH)


def marks_before(digits: Sequence[int]) -> Callable[[str, int], int | None]:
    """Return what finds the next mark at or behind a place that never goes back; it begins before one of ``digits``."""
    at, size = 0, len(digits)

    def following(text: str, start: int) -> int | None:
        nonlocal at
        while at < size:
            place = digits[at]
            if place >= start:
                near = place - 3
                if near >= start and text[near:place] in _AT_ONCE and not (near and text[near - 1].isalnum()):
                    return near
                mark = MARK.search(text, max(start, place - _LONGEST), place + 1)
                while mark is not None and mark.lastgroup == "sheet":
                    mark = MARK.search(text, mark.start() + 1, place + 1)
                if mark is not None:
                    return mark.start()
            at += 1
        return None

    return following
