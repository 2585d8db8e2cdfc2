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
    from collections.abc import Callable, Iterable, Mapping, Sequence

_LETTERS = "fFdDlLpPkKфФдДлЛпПкК"
_PAIRS = (
    "nd|is|lo|la|dd|op|on|оп|oп|оp|nv|ka|rt|xp|hr|pr|ty|ti|st|rk|ll|os|io|ls|ol"
    "|нд|сь|ка|ап|он|рт|ло|ла|дд|хр|пр|ты|ах|та|ст|рк|лл"
)
"""The last two letters of all marks of more than one."""
_LAST_OF_PAIRS = "".join(sorted({pair[1] for pair in _PAIRS.split("|")} | {pair[1].upper() for pair in _PAIRS.split("|")}))


def _pairs(blank: str) -> str:
    return "|".join(rf"(?<={pair}{blank}[0-9])" for pair in _PAIRS.split("|"))


_NEAR = r"№NРрPRАAП–-"
_BLANKS = ("", r"\.", r"\.\s", r"\s", r"\.\s\s")
_BEHIND_MARK = (
    "(?:"
    + "|".join(rf"(?<=[\W_][{_LETTERS}]{blank}[0-9])" for blank in _BLANKS)
    + rf"|(?<=[{_NEAR}][0-9])|(?<=[{_NEAR}]\s[0-9])"
    + "|"
    + "|".join(rf"(?<=[{_LAST_OF_PAIRS}]{blank}[0-9])(?i:{_pairs(blank)})" for blank in _BLANKS)
    + rf"|(?<=^[{_LETTERS}][0-9])|(?<=^[{_LETTERS}].[0-9])|(?<=^[{_LETTERS}]..[0-9])|(?<=^[{_LETTERS}]...[0-9]))"
)
"""Behind what may be a mark: by its last letters, a full stop, blanks."""
_THREE = r"(?=[0-9]{0,5}(?:\.[0-9]{1,5}\.|\s[0-9]{1,5}\s|/[0-9]{1,5}/)[0-9])"
_WORD = r"[A-Za-zА-Яа-яё][a-zа-яё]"
_BEHIND_WORD = rf"(?:(?<={_WORD}\s[0-9])|(?<={_WORD}\.\s[0-9])|(?<=[№°]\s[0-9])|(?<=[№°.os][0-9]))"
"""Behind what may be a lead: the end of a word with a blank, an abbreviation or a sign."""
_NUMBER = re.compile(
    rf"[0-9](?<![0-9][0-9])(?:{_THREE}()|{_BEHIND_MARK}(?:{_BEHIND_WORD}()|())|{_BEHIND_WORD}())"
)
_BARE, _MARKED_OR_LED, _MARKED, _LED = 1, 2, 3, 4
_LONGEST = 16
"""No mark with what may stand before its number is longer, in code points."""
_LONGEST_LEAD = 26
MONTH = "{month}"
_AT_ONCE = frozenset({"F. ", "f. ", "Ф. ", "ф. "})
"""The marks that most citations begin with."""


@dataclass(frozen=True, slots=True)
class Digits:
    """The first digits of numbers, by what may stand there; all ascending.

    Args:
        marked: Behind what may be a mark of fond, opis, papka, delo or list.
        bare: Before two more numbers.
        led: Behind a word that leads to the number or day of a reference, each with the lead as
            the rows of references have it; behind several, several times.
    """

    marked: Sequence[int]
    bare: Sequence[int]
    led: Sequence[tuple[int, str]]


def read_digits(text: str) -> Digits:
    """Find the numbers of a text that may belong to citations."""
    marked: list[int] = []
    bare: list[int] = []
    led: list[tuple[int, str]] = []
    single, behind_word = _leads()
    for number in _NUMBER.finditer(text):
        place, found = number.start(), number.lastindex
        if found != _LED:
            marked.append(place)
            if found == _MARKED:
                continue
            if found == _BARE:
                bare.append(place)
        words = text[place - _LONGEST_LEAD if place > _LONGEST_LEAD else 0 : place].split()
        last = words[-1] if words else ""
        ends = single.get(last[-2:]) or single.get(last[-1:])
        if ends is not None:
            led += [(place, lead) for lead in ends if last.endswith(lead)]
        if words[-2:-1] and words[-2] in behind_word:
            led += _led(words, place, behind_word[words[-2]])
    return Digits(marked, bare, led)


def _led(words: list[str], place: int, leads: Iterable[str]) -> list[tuple[int, str]]:
    """Return the leads of several words that end before a number; any word with a capital is a month's name."""
    near = f" {' '.join(words)}"
    month = f" {' '.join(words[:-1])} {MONTH}" if words[-1][0].isupper() else ""
    return [(place, lead) for lead in leads if (month if lead.endswith(MONTH) else near).endswith(f" {lead}")]


@cache
def _leads() -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    """Return the leads of one word by its last two letters, or the letter of a sign; the others by the word before."""
    single: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for lead in dict.fromkeys(lead for row in references() for lead in row.leads):
        if " " in lead:
            others.setdefault(lead.split()[-2], []).append(lead)
        else:
            single.setdefault(lead[-2:], []).append(lead)
    return single, others


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
