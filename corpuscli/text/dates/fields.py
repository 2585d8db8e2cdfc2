"""The parts of one printed date, and the days they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.values import dataclass
from corpuscli.text.dates.feasts import feast_days
from corpuscli.text.dates.julian import to_gregorian
from corpuscli.text.dates.masks import month_length
from corpuscli.text.dates.shapes import slots

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_YEAR = "XXXX"
WHICH_DAY = "which is the day?"
FULL = 4
"""Digits of a year written in full."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What the text does not say itself.

    Args:
        day_first: Whether 3/4/21 is the third of April; None where it is not known.
        years: First and last year that a year of two digits may mean.
        damaged: Whether the number 11 may stand for a Roman II, as OCR reads it.
    """

    day_first: bool | None = None
    years: tuple[int, int] | None = None
    damaged: bool = False


NO_HINTS = Hints()


@dataclass(slots=True)
class Fields:
    """Year, month and day of one date; empty or 0 where the words do not say.

    Args:
        year: Four characters, digits or ``X``.
        month: 1-12, or 21-24 for a season.
        day: 1-31.
        parts: In how many parts the month or year is cut (2 halves, 3 thirds, 4 quarters); 0 for the whole.
        part: Which of them, from 1.
        vague: Whether the words say early, mid or late.
        feast: The rule of a feast's day, see :func:`~corpuscli.text.dates.feasts.feast_days`.
    """

    year: str = ""
    month: int = 0
    day: int = 0
    parts: int = 0
    part: int = 0
    vague: bool = False
    feast: str = ""

    def ends(self, calendar: str | None = None) -> tuple[str, str]:
        """Return the first and the last stretch of the date in EDTF; they are one, except for halves and the like.

        Args:
            calendar: ``julian`` converts to the Gregorian calendar.
        """
        if self.feast:
            return feast_days(self.feast, self.year, calendar)
        first, last = self._stretch() if self.parts else (self.edtf(),) * 2
        if calendar == "julian" and self.year != NO_YEAR and self.month <= 12:  # noqa: PLR2004 - no season
            return to_gregorian(first, last)
        return first, last

    def edtf(self) -> str:
        """Return the whole date in EDTF, without qualifier."""
        year = self.year or NO_YEAR
        if self.day:
            return f"{year}-{self.month:02}-{self.day:02}"
        return f"{year}-{self.month:02}" if self.month else year

    def _stretch(self) -> tuple[str, str]:
        """Return the first and last day (or month) of a half, third or quarter."""
        part = self.part if self.part > 0 else self.parts
        if part > self.parts:
            raise DateError(f"there is no part {part} of {self.parts}; correct the date")
        if self.month:
            days = 30 // self.parts
            first, last = (part - 1) * days + 1, part * days
            if part == self.parts:
                last = month_length(int(self.year) if self.year.isdecimal() else 1900, self.month)
            return f"{self.edtf()}-{first:02}", f"{self.edtf()}-{last:02}"
        months = 12 // self.parts
        return f"{self.year}-{(part - 1) * months + 1:02}", f"{self.year}-{part * months:02}"


def read_fields(shape: str, values: Sequence[str], hints: Hints, *, side: bool = False) -> Fields | None:
    """Read the items of one date.

    Returns:
        Its parts, or None when the shape is no date.

    Raises:
        DateError: Day and month, or the century, cannot be told without a hint.
    """
    vague = "P" in shape
    if vague:
        values = [value for letter, value in zip(shape, values, strict=True) if letter != "P"]
        shape = shape.replace("P", "")
    order = slots(shape, side=side)
    if order is None:
        return None
    fields = Fields(vague=vague)
    unsorted: list[int] = []
    for slot, value in zip(order, values, strict=True):
        if slot == "y":
            fields.year = value if len(value) == FULL else full_year(value, hints)
        elif slot == "?":
            unsorted.append(int(value))
        elif slot == "d":
            fields.day = _day(value)
        elif slot in "ms":
            fields.month = int(value)
        else:
            _set_part(fields, slot, value)
    if unsorted:
        fields.day, fields.month = _sorted(unsorted[0], unsorted[1], fields.year, hints)
    return fields


def _day(digits: str) -> int:
    """Return the day of a month."""
    if not int(digits):
        raise DateError(f"the day {digits}: days begin with 1; correct the date")
    return int(digits)


def _set_part(fields: Fields, slot: str, value: str) -> None:
    """Take over a part of a month or year, or a feast."""
    if slot == "h":
        fields.parts = int(value)
    elif slot == "i":
        fields.part = int(value)
    elif slot == "f":
        fields.feast = value


def _sorted(first: int, second: int, year: str, hints: Hints) -> tuple[int, int]:
    """Return day and month of two numbers."""
    if hints.damaged and second == 11:  # noqa: PLR2004 - II
        return first, 2
    if first == second or second > 12 or first > 12:  # noqa: PLR2004 - months
        return max(first, second), min(first, second)
    if hints.day_first is None:
        year = year or NO_YEAR
        ways = f"{year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}"
        raise DateError(f"{first}/{second}: {WHICH_DAY} Write {ways}")
    return (first, second) if hints.day_first else (second, first)


def full_year(digits: str, hints: Hints) -> str:
    """Return the four digits of a year of two; one digit is a footnote's marker, and no year.

    Raises:
        DateError: A year of two digits whose century no hint tells.
    """
    if len(digits) == 1:
        return ""
    if hints.years is None:
        if int(digits) <= 50:  # noqa: PLR2004 - the pivot of the docstring of parse_printed
            return "19" + digits
        raise DateError(
            f"the year {digits} may be 18{digits} or 19{digits}; write all four digits, or give the span of years"
        )
    first, last = hints.years
    fitting = [year for year in range(first, last + 1) if year % 100 == int(digits)]
    if len(fitting) != 1:
        found = " or ".join(map(str, fitting)) or f"in no century between {first} and {last}"
        raise DateError(f"the year {digits} may be {found}; write all four digits")
    return f"{fitting[0]:04}"
