"""EDTF (ISO 8601-2:2019): levels 0 and 1, and of level 2 the sets and the digits left open with ``X``.

Source: Library of Congress, Extended Date/Time Format (EDTF) Specification, 2019-02-04. Of the whole, years
before 0001 and after 9999 are refused: no calendar day of ours can hold them.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

from corpuscli.errors import DateError
from corpuscli.model.date import Date
from corpuscli.text.dates.hints import why_not
from corpuscli.text.dates.masks import SEASONS, bounds, last_day

_QUALIFIERS = {"?": (True, False), "~": (False, True), "%": (True, True)}
_MONTHS = {f"{month:02}": month for month in range(1, 13)}
_MONTH = len("YYYY-MM")


def parse_edtf(text: str) -> Date:
    """Read a date in EDTF, strictly.

    Args:
        text: Nothing but the date: no blanks around it.

    Returns:
        The date; its ``edtf`` is canonical: ``?~`` becomes ``%``, sets hold no blanks.

    Raises:
        DateError: It is no EDTF, names a day that never was, or a range that runs backwards.

    >>> parse_edtf("1921-03").latest
    datetime.date(1921, 3, 31)
    >>> parse_edtf("1900-02-29")
    Traceback (most recent call last):
    corpuscli.errors.DateError: 1900-02-29: February 1900 has 28 days; ...
    """
    size = len(text)
    if size in (10, 11) and text[4] == "-" == text[7] and (size == 10 or text[10] in _QUALIFIERS):  # noqa: PLR2004 - YYYY-MM-DD
        try:
            day = date.fromisoformat(text[:10])
        except ValueError:
            return _parse(text)
        if size == 10:  # noqa: PLR2004 - as above
            return Date(text, day, day)
        return Date(text, day, day, *_QUALIFIERS[text[10]])
    if size in (7, 8) and text[4] == "-" and text[:4].isdecimal() and text.isascii():  # YYYY-MM
        found = _month(text, size)
        if found is not None:
            return found
    return _parse(text)


def _month(text: str, size: int) -> Date | None:
    """Read a plain month; None for whatever else has its size."""
    year, month = text[:4], _MONTHS.get(text[5:7])
    if month is None or year == "0000" or (size > _MONTH and text[_MONTH] not in _QUALIFIERS):
        return None
    first, last = date(int(year), month, 1), last_day(int(year), month)
    return Date(text, first, last, *(_QUALIFIERS[text[_MONTH]] if size > _MONTH else ()))


@cache
def _single() -> re.Pattern[str]:
    return re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]|\?~|~\?)?", re.ASCII)


@cache
def _time() -> re.Pattern[str]:
    return re.compile(
        r"([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?", re.ASCII
    )


def _parse(text: str) -> Date:
    """Read what is not a plain day."""
    if "/" in text:
        return _interval(text)
    if text[:1] in ("[", "{"):
        return _set(text)
    if "T" in text:
        return _moment(text)
    return _date(text)


def _date(text: str) -> Date:
    """Read one date without range, set or time of day."""
    found = _single().fullmatch(text)
    if found is None:
        raise DateError(f"{text or 'no text'}: {why_not(text)}")
    year, month, day, qualifier = found.groups()
    if qualifier and len(qualifier) == 2:  # noqa: PLR2004 - "?~" and "~?" mean "%"
        text, qualifier = text[:-2] + "%", "%"
    if day and month in SEASONS:
        raise DateError(f"{text}: a season has no days; write {year}-{month}")
    try:
        earliest, latest = bounds(year, month, day)
    except ValueError as reason:
        raise DateError(f"{text}: {reason}") from None
    if qualifier:
        return Date(text, earliest, latest, *_QUALIFIERS[qualifier])
    return Date(text, earliest, latest)


def _moment(text: str) -> Date:
    """Read a date with the time of day, which level 0 knows."""
    found = _time().fullmatch(text)
    if found is None:
        raise DateError(f"{text}: no time of day as EDTF writes it; write 1921-03-10T12:30:00, or leave the time out")
    try:
        datetime.fromisoformat(text)
    except ValueError as reason:
        raise DateError(f"{text}: {reason}") from None
    day = date.fromisoformat(found[1])
    return Date(text, day, day)


def _interval(text: str) -> Date:
    """Read ``a/b``; an end may be open (``..``) or unknown (empty)."""
    left, slash, right = text.partition("/")
    if "/" in right:
        raise DateError(f"{text}: a range has two ends, not {text.count('/') + 1}; write first/last")
    start, end = _end(left), _end(right)
    if start is None and end is None:
        raise DateError(f"{text}: a range without any end; write XXXX for an undated letter")
    _forwards(text, start, end)
    return _stretch(start, end, (start.edtf if start else left) + slash + (end.edtf if end else right))


def _stretch(start: Date | None, end: Date | None, edtf: str) -> Date:
    """Return the date from ``start`` to ``end``, at least one of which is known."""
    first, last = start or end, end or start
    return Date(
        edtf,
        start.earliest if start else None,
        end.latest if end else None,
        bool(first and last and (first.uncertain or last.uncertain)),
        bool(first and last and (first.approximate or last.approximate)),
    )


def _end(text: str) -> Date | None:
    """Read one end of a range; None when it is open or unknown."""
    if text in ("", ".."):
        return None
    if text[0] in "[{":
        raise DateError(f"{text}: a set cannot be the end of a range; write the range's first and last day")
    return parse_edtf(text)


def _forwards(text: str, start: Date | None, end: Date | None) -> None:
    """Refuse a range that ends before it begins."""
    if start is None or end is None or start.earliest is None or end.latest is None:
        return
    if start.earliest > end.latest:
        raise DateError(f"{text}: the range runs backwards; write {end.edtf}/{start.edtf}")


def _set(text: str) -> Date:
    """Read ``[a,b..c]`` (one of them) or ``{a,b}`` (all of them)."""
    close = "]" if text[0] == "[" else "}"
    if text[-1] != close or len(text) < 3:  # noqa: PLR2004 - two brackets and something between
        raise DateError(f"{text}: a set begins and ends with its brackets; write [1920,1922] or {{1920,1922}}")
    members = [_member(text, member.strip()) for member in text[1:-1].split(",")]
    starts = [member.earliest for member in members if member.earliest]
    ends = [member.latest for member in members if member.latest]
    return Date(
        text[0] + ",".join([member.edtf for member in members]) + close,
        min(starts) if len(starts) == len(members) else None,
        max(ends) if len(ends) == len(members) else None,
        True in [member.uncertain for member in members],
        True in [member.approximate for member in members],
    )


def _plain(text: str) -> Date:
    """Read a date of a set; days, the most frequent, without a regular expression."""
    return parse_edtf(text) if len(text) in (10, 11) and "T" not in text else _date(text)


def _member(text: str, member: str) -> Date:
    """Read one member of a set: a date, or a stretch ``a..b`` whose one end may be missing."""
    if ".." not in member:
        return _plain(member)
    left, dots, right = member.partition("..")
    if not left and not right:
        raise DateError(f"{text}: '..' in a set needs a date before it or after it")
    start, end = (_plain(part) if part else None for part in (left, right))
    _forwards(f"{left}/{right}", start, end)
    return _stretch(start, end, (start.edtf if start else "") + dots + (end.edtf if end else ""))
