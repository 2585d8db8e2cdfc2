"""Where numbers begin in a text: one pass over it tells which may belong to citations, and to which.

Numbers are rarer than letters, and no citation of an archive, document, note or letter is without one. What stands
right before a number says whether it may be a locator (behind a mark), the first of bare numbers, or the number or day
of a reference. All else is passed over.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpuscli.data.date_words import date_words
from corpuscli.data.references import references
from corpuscli.text.citations.marks import MARK, SPELLINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LETTERS = "fFdDlLpPkKoOфФдДлЛпПкКоО"
_PAIRS = (
    "tr|тр|ch|te|ok|n’|n'|nʹ|ок|ер|нь|ds|re|er|ss|ff|et|ts|nd|is|s’|s'|sʹ|bl|tt|lo|la|dd|op|on|оп|oп|оp|nv|ka|rt|xp|hr|pr|ty|ti|st|rk|ll|os|io|ls|ol"
    "|нд|сь|ка|ап|он|рт|ло|ла|дд|хр|пр|ты|ах|та|ст|рк|лл"
)
"""The last two letters of all marks of more than one."""
_LAST_OF_PAIRS = "".join(sorted({letter for pair in _PAIRS.split("|") for letter in (pair[1], pair[1].upper())}))
_NEAR = r"№NРрPRАAП–-"


_THREE = rb"(?=0{0,5}+(?:\.0{1,5}\.|[ ?]0{1,5}[ ?]|/0{1,5}/)0)"
_NUMBER = re.compile(
    rb"0(?<!00)(?:"
    + _THREE
    + rb"()|(?:(?<=[mb?]0)|(?<=[mb?] 0)|(?<=[mb?]\. 0)|(?<=  0)|(?<=[mb?]\.0))()|(?<=[l.] 0)|(?<=[l.]0))"
)
"""The first digit of a number, in a text of classes: the first of three; behind what may end a mark; or a lead."""
_BARE, _MARKED = 1, 2
_LONGEST = 16
"""No mark with what may stand before its number is longer, in code points."""
_LONGEST_LEAD = 26
_SHORT = 2
"""Letters: words so short are left to the pattern of marks."""
MONTH = "{month}"
_SIGNS = frozenset("№°.os")
"""What a number may follow without a blank."""
_AT_ONCE = frozenset(f"{letter}. " for letter in "FfDdLlФфДдЛл")
_AT_ONCE_OF_TWO = frozenset({"op. ", "Op. ", "оп. ", "Оп. ", "ll. ", "лл. "})
"""The marks that most citations begin with."""


class Numbers:
    """The numbers of a text, met from its beginning to its end; those of citations that were read are passed over.

    Args:
        text: The text.

    Attributes:
        bare: Where numbers were met that two more follow, ascending.
        led: Where numbers were met behind leads, ascending, each with the lead as the rows of references have it;
            behind several, several times.
    """

    def __init__(self, text: str) -> None:
        """Begin before the first number."""
        self.bare: list[int] = []
        self.led: list[tuple[int, str]] = []
        self._classes = text.encode("latin-1", "replace").translate(_classes())
        self._met = _NUMBER.finditer(self._classes)
        self._marked = -1

    def next_mark(self, text: str, start: int) -> int | None:
        """Return where the next mark at or behind a place begins that stands before a number, or None at the end.

        Args:
            text: The text.
            start: The place; it never goes back, and all between it and the last mark has been read.
        """
        place = self._marked
        if start > place + 1:
            self._met = _NUMBER.finditer(self._classes, start)
        while (mark := _mark_before(text, start, place)) is None:
            place = self._marked = self._next_marked(text)
            if place < 0:
                return None
        return mark

    def _next_marked(self, text: str) -> int:
        """Return where the next number stands that may stand behind a mark, -1 at the end; note the others."""
        ends, tails = _ends(), _tails()
        for number in self._met:
            place, found = number.start(), number.lastindex
            behind = text[place - 4 : place - 1] if place > 4 else f"   {text[:place]}"[-4:-1]  # noqa: PLR2004 - letters and a blank
            if behind in ends or behind[1:] in ends or behind[2:] in ends or text[place - 1 : place] in _SIGNS:
                self._note(text, place)
            if found == _BARE:
                self.bare.append(place)
            elif found is None:
                continue
            if behind[1:] in tails or behind[2:] in _NEAR or not text[place - 1 : place].isspace() or _is_alone(behind):
                return place
        return -1

    def _note(self, text: str, place: int) -> None:
        """Note the leads that end before a number."""
        single, behind_word = _leads()
        words = text[place - _LONGEST_LEAD if place > _LONGEST_LEAD else 0 : place].split()
        last = words[-1] if words else ""
        alone = single.get(last[-2:]) or single.get(last[-1:])
        if alone is not None:
            self.led += [(place, lead) for lead in alone if last.endswith(lead)]
        if words[-2:-1] and words[-2] in behind_word:
            self.led += _led(words, place, behind_word[words[-2]])


def _led(words: list[str], place: int, leads: Iterable[str]) -> list[tuple[int, str]]:
    """Return the leads of several words that end before a number; any word with a capital is a month's name."""
    near = f" {' '.join(words)}"
    month = f" {' '.join(words[:-1])} {MONTH}" if words[-1][0].isupper() else ""
    return [(place, lead) for lead in leads if (month if lead.endswith(MONTH) else near).endswith(f" {lead}")]


def _is_alone(behind: str) -> bool:
    """Tell whether a letter that may be a mark stands alone before a blank, or a second blank stands there."""
    return (behind[2:] in _LETTERS and not behind[1:2].isalnum()) or behind[2:].isspace()


@cache
def _classes() -> bytes:
    """Return a class for every character of Latin-1.

    ``0`` is a digit, a blank any blank, ``m`` the end of a mark or what may stand between a mark and its number, ``l``
    the end of a lead or month, ``b`` of both, ``x`` any other; ``?`` stands for all characters that are not in Latin-1.
    """
    marks, leads = {*_LETTERS, *_LAST_OF_PAIRS, *_NEAR}, {end[-1] for end in _ends()} | _SIGNS
    kinds = {sign: sign for sign in "/.?"} | dict.fromkeys("0123456789", "0")
    for sign in map(chr, range(256)):
        if sign.isspace():
            kinds[sign] = " "
        elif sign not in kinds:
            kinds[sign] = ("b" if sign in leads else "m") if sign in marks else "l" if sign in leads else "x"
    return "".join(kinds[chr(code)] for code in range(256)).encode("latin-1")


@cache
def _tails() -> frozenset[str]:
    """Return the last two signs that marks may have before a blank: two letters, or the last one and a full stop."""
    pairs = {
        case
        for pair in _PAIRS.split("|")
        for case in (pair, pair.upper(), pair.capitalize(), pair[0] + pair[1].upper())
    }
    return frozenset(pairs | {f"{letter}." for letter in _LETTERS + _LAST_OF_PAIRS})


@cache
def _ends() -> frozenset[str]:
    """Return how the last words of leads, and months, end: by three letters or signs, or all where there are fewer."""
    words = {lead.split()[-1] for row in references() for lead in row.leads} - {MONTH}
    months = {month for row in date_words() if row.kind == "month" for month in row.forms if month.isascii()}
    whole = words | {f"{month}{stop}" for name in months for month in (name, name.upper()) for stop in ("", ".")}
    return frozenset(word[-3:] for word in whole)


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


def _may_end_in_mark(near: str) -> bool:
    """Tell whether the last word before a number may be a mark: one in letters alone must be one, or a prefix.

    >>> _may_end_in_mark("on March "), _may_end_in_mark("fond "), _may_end_in_mark("F. Р-"), _may_end_in_mark("5-4-")
    (False, True, True, False)
    """
    words = near.split()
    if not words:
        return False
    last = words[-1].rstrip(".")
    if last.isalpha():
        return len(last) <= _SHORT or len(words) == 1 or _is_mark(last)
    return near.upper() != near.lower()


@lru_cache(maxsize=4096)
def _is_mark(word: str) -> bool:
    """Tell whether a word is a mark, or the end of one in two words, with the letter of a fond behind it or none.

    >>> _is_mark("Opisʹ"), _is_mark("khr"), _is_mark("March")
    (True, True, False)
    """
    return re.fullmatch(rf"(?i:{'|'.join(SPELLINGS.values())}|khr)[NРрPRrАAП]?", word) is not None


def _mark_before(text: str, start: int, place: int) -> int | None:
    """Return where the first mark begins, at or behind ``start``, that stands before a number, or None."""
    if place < start:
        return None
    near = place - 3
    if near >= start and text[near:place] in _AT_ONCE and not (near and text[near - 1].isalnum()):
        return near
    near -= 1
    if near >= start and text[near:place] in _AT_ONCE_OF_TWO and not (near and text[near - 1].isalnum()):
        return near
    low = max(start, place - _LONGEST)
    if not _may_end_in_mark(text[low:place]):
        return None
    mark = MARK.search(text, low, place + 1)
    while mark is not None and mark.lastgroup == "sheet":
        mark = MARK.search(text, mark.start() + 1, place + 1)
    return None if mark is None else mark.start()
