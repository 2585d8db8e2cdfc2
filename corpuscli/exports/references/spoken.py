"""Dates in words, as a historian writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.data.date_words import date_words
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from corpuscli.model.date import Date

_SINGLE = re.compile(r"(\d{4})(?:-(0\d|1[0-2]))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    Args:
        language: Whose months are taken.
        about, between, and_, not_before, not_after: What is said of dates that are not one day.
        day: Puts day, month and year in their order.
        month: Puts month and year in their order.
        year: Writes a year alone.
        form: Which form of a month's name stands without a day.
    """

    language: str
    about: str
    between: str
    and_: str
    not_before: str
    not_after: str
    day: Callable[[str, str, str], str]
    month: str
    year: str
    form: int = 0

    def say(self, date: Date) -> str:
        """Say a date; what the editor supplied stands in brackets.

        >>> from corpuscli.text.dates import parse_edtf
        >>> for edtf in ("1921-03-10", "1925-10-05/1925-10-06", "1920~", "1921-03?", "../1918-05-04", "192X"):
        ...     ENGLISH.say(parse_edtf(edtf)), RUSSIAN.say(parse_edtf(edtf))
        ('March 10, 1921', '10 марта 1921 г.')
        ('October 5–6, 1925', '5–6 октября 1925 г.')
        ('ca. 1920', 'ок. 1920 г.')
        ('[March 1921?]', '[март 1921 г.?]')
        ('not after May 4, 1918', 'не позднее 4 мая 1918 г.')
        ('between January 1, 1920 and December 31, 1929', 'между 1 января 1920 г. и 31 декабря 1929 г.')
        """
        said = self._bare(date, re.sub("[?~%]", "", date.edtf))
        if date.approximate:
            said = f"{self.about} {said}"
        return f"[{said}?]" if date.uncertain else said

    def _bare(self, date: Date, edtf: str) -> str:
        single = self._single(edtf)
        if single:
            return single
        start, slash, end = edtf.partition("/")
        first, last = self._single(start), self._single(end)
        if slash and first and last:
            return self._stretch(start, end) or f"{first} – {last}"
        if date.earliest is None or date.latest is None:
            known, side = (date.latest, self.not_after) if date.earliest is None else (date.earliest, self.not_before)
            written = end if date.earliest is None else start
            return f"{side} {self._single(written) or self._of(known)}"
        return f"{self.between} {self._of(date.earliest)} {self.and_} {self._of(date.latest)}"

    def _single(self, written: str) -> str:
        found = _SINGLE.fullmatch(written)
        if found is None:
            return ""
        year, month, day = found.groups()
        if day:
            return self.day(str(int(day)), self._month(month), year)
        if month:
            return self.month.format(month=self._month(month, self.form), year=year)
        return self.year.format(year=year)

    def _stretch(self, start: str, end: str) -> str:
        """Say two days of one month."""
        first, last = _SINGLE.fullmatch(start), _SINGLE.fullmatch(end)
        if first is None or last is None or not first[3] or not last[3] or first.group(1, 2) != last.group(1, 2):
            return ""
        return self.day(f"{int(first[3])}–{int(last[3])}", self._month(first[2]), first[1])

    def _of(self, day: dt.date | None) -> str:
        return self._single(day.isoformat()) if day else ""

    def _month(self, number: str, form: int = 0) -> str:
        """Return a month's name, from the words by which printed dates are read."""
        return next(
            row.forms[form]
            for row in date_words()
            if row.kind == "month" and row.language == self.language and row.value == str(int(number))
        )


ENGLISH = Words(
    "en",
    about="ca.",
    between="between",
    and_="and",
    not_before="not before",
    not_after="not after",
    day=lambda day, month, year: f"{month} {day}, {year}",
    month="{month} {year}",
    year="{year}",
)
RUSSIAN = Words(
    "ru",
    about="ок.",
    between="между",
    and_="и",
    not_before="не ранее",
    not_after="не позднее",
    day=lambda day, month, year: f"{day} {month} {year} г.",
    month="{month} {year} г.",
    year="{year} г.",
    form=1,
)
