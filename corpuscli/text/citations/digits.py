"""Where numbers begin in a text: one pass over it tells which may belong to citations, and to which.

Numbers are rarer than letters, and no citation of an archive, document, note or letter is without one. What stands
right before a number says whether it may be a locator (behind a mark), the first of bare numbers, or the number or day
of a reference. All else is passed over.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.references import references
from corpuscli.text.citations.behind import BARE, MONTH, numbers
from corpuscli.text.citations.marks import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PADDING = b" " * 12
"""Put before a text, so that what stands before a number can be looked at where the text begins."""
_LONGEST = 16
"""No mark with what may stand before its number is longer, in code points."""
_LONGEST_LEAD = 26
_AT_ONCE = frozenset(
    [f"{letter}.{gap}" for letter in "FfDdLlФфДдЛл" for gap in (" ", "")]
    + [f"{letter}.{gap}{prefix}" for letter in "FfФф" for gap in (" ", "") for prefix in ("R-", "P-", "Р-")]
    + ["op. ", "Op. ", "оп. ", "Оп. ", "ll. ", "лл. "]
)
_LENGTHS = tuple(sorted({len(mark) for mark in _AT_ONCE}, key=(3, 4, 2, 5).index))
"""The marks that most citations begin with; no lead ends so."""


class Numbers:
    """The numbers of a text, met from its beginning to its end; those of citations that were read are passed over.

    Args:
        flat: The text with small letters, in one byte a sign.

    Attributes:
        bare: Where numbers were met that two more follow, ascending.
        led: Where numbers were met behind leads, ascending, each with the lead as the rows of references have it;
            behind several, several times.
    """

    def __init__(self, flat: bytes) -> None:
        """Begin before the first number."""
        self.bare: list[int] = []
        self.led: list[tuple[int, str]] = []
        self._flat = _PADDING + flat
        self._met = numbers().finditer(self._flat)
        self._place = -1

    def next_mark(self, text: str, start: int) -> int | None:
        """Return where the next mark at or behind a place begins that stands before a number, or None at the end.

        Args:
            text: The text.
            start: The place; it never goes back, and all between it and the last mark has been read.
        """
        place = self._place
        if start > place + 1:
            self._met = numbers().finditer(self._flat, start + len(_PADDING))
        elif place >= start and (mark := _mark_before(text, start, place)) is not None:
            return mark
        for number in self._met:
            self._place = place = number.start() - len(_PADDING)
            if (near := _at_once(text, start, place)) is not None:
                return near
            if number.lastindex == BARE:
                self.bare.append(place)
            if text[place - 3 if place > 3 else 0 : place].rstrip(" .,")[-1:].isdigit():  # noqa: PLR2004 - a stop and blanks
                continue  # right behind another number
            self._note(text, place)
            if (mark := _mark_before(text, start, place)) is not None:
                return mark
        return None

    def _note(self, text: str, place: int) -> None:
        """Note the leads that end before a number."""
        single, behind_word = _leads()
        words = text[max(0, place - _LONGEST_LEAD) : place].split()
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


def _at_once(text: str, start: int, place: int) -> int | None:
    """Return where one of the commonest marks begins that stands before a number, or None."""
    for length in _LENGTHS:
        near = place - length
        if text[near:place] in _AT_ONCE and near >= start:
            return None if near and text[near - 1].isalnum() else near
    return None


def _mark_before(text: str, start: int, place: int) -> int | None:
    """Return where the first mark begins, at or behind ``start``, that stands before a number, or None."""
    low = max(start, place - _LONGEST)
    mark = MARK.search(text, low, place + 1)
    while mark is not None and mark.lastgroup == "sheet":
        mark = MARK.search(text, mark.start() + 1, place + 1)
    return None if mark is None else mark.start()
