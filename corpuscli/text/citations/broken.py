"""Locators that cannot be read: a mark with no number behind it, or with one that no archive uses."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MARKS = {
    "fond": r"фонд|fond|ф|f",
    "opis": r"опись|opis|оп|op|on",
    "delo": r"дело|delo|дд?|dd?|ед\.\s?хр|ed\.\s?khr",
    "listy": r"листы?|list|лл?|ll?",
}
"""Written with a full stop: without one, a letter before a word is a letter."""
_LIKE_DIGITS = r"[ОоOoIlЗзБбSsBь]"
_UNREADABLE = (
    r"\[[?.…\s–—-]{0,9}\]|\((?:\?|нрзб\.?|illegible)\)|\[(?:нрзб\.?|illegible|неразб\.?|blank|пропуск)\]"
    r"|нрзб|illegible|б/н|b/n|[?…_]{1,9}|\.{2,9}|[–—-]{1,3}(?!\d)"
    rf"|\d{{1,6}}{_LIKE_DIGITS}\d{{1,6}}(?!\w)|{_LIKE_DIGITS}\d{{1,6}}(?!\w)"
)
_NOTHING = r"(?=[.,]?\s?(?:[.,;]\s?)?(?:оп|op|on|дд?|dd?|лл?|ll?)\.\s?\d)"
"""Behind a mark that has nothing at all the next mark must follow."""
_REVERSED = re.compile(r"(\d+)(?:ob)?-(\d+)(?:ob)?")


@cache
def _pattern() -> re.Pattern[str]:
    marks = "|".join(f"(?P<{level}>{words})" for level, words in _MARKS.items())
    return re.compile(rf"(?i:(?<![^\W_])(?:{marks})\.\s{{0,2}}№?\s?(?:{_UNREADABLE}|{_NOTHING}))")


_LOST_FOND = later(rf"(?i:(?<![^\W_])(?:фонд|fond|ф|f)\.\s{{0,2}}(?:{_UNREADABLE}))$")
_LONGEST = 30


def lost_fond(stem: str) -> int | None:
    """Return where the mark of a fond begins at the end of ``stem`` whose number cannot be read, or None."""
    if not stem or stem[-1].isdecimal():
        return None
    found = _LOST_FOND.search(stem, max(0, len(stem) - _LONGEST))
    return None if found is None else found.start()


def read_broken(text: str, place: int) -> tuple[str, int] | None:
    """Return the level and the end of a mark at ``place`` whose number cannot be read; None where there is none."""
    found = _pattern().match(text, place)
    return (found.lastgroup or "", found.end()) if found is not None else None


def backwards(numbers: Mapping[str, Iterable[str]]) -> bool:
    """Tell whether a range of files or leaves ends before it begins.

    >>> backwards({"listy": ("34-31",)}), backwards({"listy": ("31-34", "5ob-6")})
    (True, False)
    """
    for level in ("delo", "listy"):
        for member in numbers.get(level, ()):
            ends = _REVERSED.fullmatch(member) if "-" in member else None
            if ends is not None and int(ends[2]) < int(ends[1]):
                return True
    return False
