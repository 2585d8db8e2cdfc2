"""The marks of an archival citation: fond, opis, papka, delo, list, in Latin, Cyrillic and machine-translated dress."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpuscli.model.span import Span
from corpuscli.text.citations.numbers import FOND, LIST, fond_number, members

if TYPE_CHECKING:
    from collections.abc import Mapping

LEVELS = ("fond", "opis", "papka", "delo", "listy")

_SPELLINGS = {
    "fond": r"фонд|fond|ф|f",
    "opis": r"опись|opis|оп|op|оp|oп|on|inv",
    "papka": r"папка|papka|пап|картон|karton|карт|kart|п|p|к|k",
    "delo": r"дело|дела|delo|dela|дд|dd|д|d|ед\.?\s?хр|ed\.?\s?khr|unit\s?(?:hr|khr|xp)|спр|spr",
    "listy": r"листы|листах|листа|лист|listy|listi|list|лл|ll|л|l|folios|folio|fols|fol",
}
_NUMBER = {"fond": FOND, "opis": r"\d+(?:/\d+|/[A-ZА-Я]|[а-яa-z])?(?![^\W_])"}
MARK = re.compile(
    r"(?<![^\W_])(?i:"
    + "|".join(f"(?P<{level}>{_SPELLINGS[level]})" for level in LEVELS)
    + r"|(?P<sheet>с|s))(?:\.\s{0,2}|\s|(?=[\dРрPRАA]))(?=[№NРрPRАA]?[-–№]?\s?[0-9])№?\s?"
)
"""A mark of any level before a number; ``sheet`` is ``S.``, leaves behind a file only."""
_VALUE = {level: re.compile(_NUMBER.get(level, LIST)) for level in LEVELS}
_BETWEEN = re.compile(r"[ \t\xa0]?[.,;]?\s{0,2}(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Chain:
    """Marks with their numbers, one after another.

    Args:
        span: From the first mark to the last number.
        numbers: What each level says, normalised.
        repairs: What was read in spite of the words.
    """

    span: Span
    numbers: Mapping[str, tuple[str, ...]]
    repairs: tuple[str, ...]

    @property
    def first(self) -> int:
        """The level of the first mark, counted from 0."""
        return min(LEVELS.index(level) for level in self.numbers)


def read_chain(text: str, start: int) -> Chain | None:
    """Read the marks that begin at ``start``; None where there is none.

    A mark must lie deeper than the one before it. ``S.`` counts as leaves behind a file only, ``p.`` as papka only
    where a file follows.
    """
    numbers: dict[str, tuple[str, ...]] = {}
    repairs: list[str] = []
    end = place = start
    deepest = -1
    while (mark := MARK.match(text, place)) is not None:
        level = mark.lastgroup or ""
        if level == "sheet":
            level = "listy" if "delo" in numbers else ""
        if not level or LEVELS.index(level) <= deepest:
            break
        value = _VALUE[level].match(text, mark.end())
        if value is None or (level == "papka" and not _file_follows(text, value.end())):
            break
        numbers[level] = (fond_number(value[0]),) if level == "fond" else members(value[0])
        if level == "opis":
            numbers[level] = (value[0],)
        repairs += _repairs(mark[0], level)
        deepest, end = LEVELS.index(level), value.end()
        between = _BETWEEN.match(text, end)
        if between is None:
            break
        place = between.end()
    return Chain(Span(start, _trimmed(text, end)), numbers, tuple(dict.fromkeys(repairs))) if numbers else None


def _trimmed(text: str, end: int) -> int:
    """Leave out a full stop, unless it belongs to ``ob.``."""
    return end - 1 if text[end - 1] == "." and not text.endswith(("ob.", "об."), 0, end) else end


def _file_follows(text: str, end: int) -> bool:
    between = _BETWEEN.match(text, end)
    mark = MARK.match(text, between.end()) if between is not None else None
    return mark is not None and mark.lastgroup == "delo"


def _repairs(mark: str, level: str) -> list[str]:
    found: list[str] = []
    if level == "opis" and mark.lower().startswith("on"):
        found.append("on-for-op")
    if len(mark.strip(". \xa0")) <= 2 and "." not in mark and mark[-1:].isspace() and mark[:1].isupper():  # noqa: PLR2004 - an abbreviation, as D or Op
        found.append("lost-full-stop")
    return found


_FINAL = "fdspnvatkoryilxcфдьпоактрвыхлсп"
_NEAR = r"№NРрPRАA–-"
_FIRST_DIGIT = re.compile(
    rf"(?i:[0-9](?<![0-9][0-9])(?:(?<=[^\W_][0-9])|(?<=[.{_NEAR}][0-9])|(?<=[.\s{_FINAL}{_NEAR}]\s[0-9])))"
)
_LONGEST = 16
"""No mark with what may stand before its number is longer, in code points."""


def next_mark(text: str, start: int) -> int | None:
    """Return where the next mark of fond, opis, papka, delo or list before a number begins, or None.

    Numbers are rarer than letters: the first digit of each is looked for, then the mark behind which it stands.
    """
    low = start
    digit = _FIRST_DIGIT.search(text, start)
    while digit is not None:
        place = digit.start()
        mark = MARK.search(text, max(low, place - _LONGEST), place + 1)
        if mark is not None and mark.lastgroup != "sheet":
            return mark.start()
        low = place + 1 if mark is None else mark.start() + 1
        if mark is None:
            digit = _FIRST_DIGIT.search(text, place + 1)
    return None
