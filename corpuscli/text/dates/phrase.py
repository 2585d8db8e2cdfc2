"""A run of items to a date in EDTF: relations, ranges, alternatives, two calendars."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.text.dates.dual import one_year
from corpuscli.text.dates.edtf import parse_edtf
from corpuscli.text.dates.fields import NO_YEAR, Fields, Hints, read_fields
from corpuscli.text.dates.joining import complete, same_day
from corpuscli.text.dates.listed import alone, any_of, joined_days
from corpuscli.text.dates.shifting import shifted
from corpuscli.text.dates.stretches import of_both_calendars

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from corpuscli.text.dates.run import Run

JOINTS = "-&|/"
"""The stronger one binds less: "1/II - 3/III" is cut at the hyphen."""


_BESIDE = {"week": (0, 6), "week end": (6, 0), "night": (1, 0), "eve": (1, -1)}
"""Days before and after the day that is named: "the week of May 2", "in the night to May 2"."""


def read_run(run: Run, hints: Hints, calendar: str | None = None) -> str:
    """Return the date of a run in EDTF, or ``""`` when it is none.

    Raises:
        DateError: It cannot be told without a hint.
    """
    phrase = _Phrase(run, hints, run.calendar or calendar)
    if "(" in run.shape:
        both = of_both_calendars(run, lambda part: read_run(part, hints, calendar))
        if both:
            return both
    elif "|" in run.shape and (days := any_of(run)):
        return f"[{','.join(phrase.read(*day) for day in days)}]"
    shape, values = one_year(*_trimmed(*joined_days(alone(run))))
    return phrase.read(shape, values)


def _trimmed(shape: str, values: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Take away joints at the edges, empty and lone parentheses, and "undated" beside a date."""
    if shape.isalpha() and "U" not in shape:
        return shape, values
    while (glued := shape.find("P-")) >= 0 and shape[glued + 2 : glued + 3] in ("M", "S", "Y"):
        shape, values = shape[: glued + 1] + shape[glued + 2 :], [*values[: glued + 1], *values[glued + 2 :]]
    if "U" in shape and shape.strip("U" + JOINTS + "()"):
        values = [value for letter, value in zip(shape, values, strict=True) if letter != "U"]
        shape = shape.replace("U", "")
    if "(" in shape or ")" in shape:
        shape, values = _without_lone(shape, values)
    start, end = 0, len(shape)
    while start < end and shape[start] in JOINTS:
        start += 1
    while start < end and shape[end - 1] in JOINTS:
        end -= 1
    return shape[start:end], values[start:end]


def _without_lone(shape: str, values: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Take away parentheses that hold nothing, everything, or have no partner."""
    opened, closed = shape.find("("), shape.find(")")
    whole = opened == 0 and closed == len(shape) - 1
    if 0 <= opened < closed - 1 and not whole and shape.count("(") == shape.count(")") == 1 and opened > 0:
        return shape, values
    kept = [at for at, letter in enumerate(shape) if letter not in "()"]
    return "".join(shape[at] for at in kept), [values[at] for at in kept]


class _Phrase:
    """One run, with what is known beside it."""

    __slots__ = ("_calendar", "_hints", "_run")

    def __init__(self, run: Run, hints: Hints, calendar: str | None) -> None:
        self._run, self._hints, self._calendar = run, hints, calendar

    def read(self, shape: str, values: Sequence[str]) -> str:
        """Return the date in EDTF, or ``""``."""
        if shape == "U":
            return NO_YEAR
        if "C" in shape:
            return self._corrected(shape, values)
        if "B" in shape:
            return self._related(shape, values)
        single = read_fields(shape, values, self._hints)
        if single is not None and (single.year or single.day):
            return self._between(single, single)
        if "(" in shape:
            return self._in_parentheses(shape, values)
        return self._joined(shape, values)

    def _corrected(self, shape: str, values: Sequence[str]) -> str:
        """Read "2 January 1784 [i.e. 1785]": what stands behind wins."""
        at = shape.index("C")
        printed = read_fields(shape[:at], values[:at], self._hints, side=True)
        meant = read_fields(shape[at + 1 :], values[at + 1 :], self._hints, side=True)
        if printed is None or meant is None:
            return ""
        meant = replace(
            meant,
            year=meant.year or printed.year,
            month=meant.month or printed.month,
            day=meant.day or printed.day,
        )
        return self._between(meant, meant)

    def _mark(self, fields: Fields) -> str:
        """Return the qualifier of one date of the run."""
        uncertain, approximate = self._run.uncertain, self._run.approximate
        if fields.vague or (uncertain and approximate):
            return "%"
        return "?" if uncertain else "~" if approximate else ""

    def _between(self, left: Fields, right: Fields) -> str:
        """Return the stretch from the first day of ``left`` to the last of ``right``."""
        first, last = left.ends(self._calendar)[0], right.ends(self._calendar)[1]
        if first == last:
            return first + self._mark(left)
        return f"{first}{self._mark(left)}/{last}{self._mark(right)}"

    def _in_parentheses(self, shape: str, values: Sequence[str]) -> str:
        """Read a day of two calendars, or take the parentheses for brackets of no meaning."""
        at = shape.index("(")
        flat = shape.replace("(", "/").replace(")", "")
        inner = [value for letter, value in zip(shape, values, strict=True) if letter != ")"]
        pair = self._sides(flat, inner, at)
        if pair is not None:
            left, right = pair
            day = same_day(left, right) or same_day(replace(left, year=right.year), right)
            if day is not None:
                return day.edtf() + self._mark(day)
        kept = [value for letter, value in zip(shape, values, strict=True) if letter not in "()"]
        return self.read(shape.replace("(", "").replace(")", ""), kept)

    def _sides(self, shape: str, values: Sequence[str], at: int) -> tuple[Fields, Fields] | None:
        """Read what stands on both sides of the joint at ``at``, each completed from the other."""
        left = read_fields(shape[:at], values[:at], self._hints, side=True)
        right = read_fields(shape[at + 1 :], values[at + 1 :], self._hints, side=True)
        if left is None or right is None:
            return None
        return complete(left, right)

    def _joined(self, shape: str, values: Sequence[str]) -> str:
        """Read a range or an alternative; of a slash, also a day of two calendars."""
        for joint in JOINTS:
            at = shape.find(joint)
            while at > 0:
                pair = self._sides(shape, values, at)
                if pair is not None:
                    return self._pair(joint, *pair)
                at = shape.find(joint, at + 1)
        return ""

    def _pair(self, joint: str, left: Fields, right: Fields) -> str:
        """Return what two joined dates mean."""
        if joint == "/":
            day = same_day(left, right)
            if day is not None:
                return day.edtf() + self._mark(day)
        if joint != "|":
            return self._between(left, right)
        if right.year and not (right.month or right.day or right.parts):
            right = replace(left, year=right.year)  # 5 June 1844 or 1845
        members = [
            first + self._mark(side) if first == last else f"{first}{self._mark(side)}..{last}{self._mark(side)}"
            for side in (left, right)
            for first, last in (side.ends(self._calendar),)
        ]
        return f"[{','.join(members)}]"

    def _related(self, shape: str, values: Sequence[str]) -> str:
        """Read before, after, between and their like; where two stand, the stretch between them."""
        at = shape.index("B")
        if at == len(shape) - 1:
            shape, values = shape[-1] + shape[:-1], [values[-1], *values[:-1]]
            at = 0
        relation, rest, rest_values = values[at], shape[at + 1 :], values[at + 1 :]
        if at:
            return self._two("not_before", relation, (shape[:at], values[:at]), (rest, rest_values))
        second = rest.find("B")
        if second >= 0:
            left, right = (rest[:second], rest_values[:second]), (rest[second + 1 :], rest_values[second + 1 :])
            return self._two(relation, rest_values[second], left, right)
        rest, rest_values = _trimmed(rest, rest_values)
        if relation == "between" or (relation == "not_before" and "-" in rest):
            return self.read(rest, rest_values)
        whole = self.read(rest, rest_values)
        return _bounded(relation, whole, vague="P" in rest) if whole else ""

    def _two(self, first: str, second: str, left: tuple[str, Sequence[str]], right: tuple[str, Sequence[str]]) -> str:
        """Read "not before A and not after B"."""
        left, right = _trimmed(*left), _trimmed(*right)
        one = read_fields(*left, self._hints, side=True)
        two = read_fields(*right, self._hints, side=True)
        if one is None or two is None:
            return ""
        complete(one, two)
        start = one.ends(self._calendar)[1 if first == "after" else 0] + self._mark(one)
        end = two.ends(self._calendar)[1 if second == "not_after" else 0] + self._mark(two)
        exclusive = second == "before" or (second == "until" and first == "after")
        return f"{_from(start, exclusive=first == 'after')}/{_until(end, exclusive=exclusive)}"


def _bounded(relation: str, whole: str, *, vague: bool) -> str:
    """Return the stretch that a relation to one date means; of a vague one the edge is kept."""
    start, _, end = whole.partition("/")
    end = end or start
    if relation in _BESIDE:
        return _beside(start, *_BESIDE[relation])
    if relation in ("not_before", "after"):
        first = start if relation == "not_before" else end
        return _from(first, exclusive=relation == "after" and not vague) + "/.."
    last = end if relation == "not_after" else start
    return "../" + _until(last, exclusive=relation != "not_after" and not vague)


def _beside(edtf: str, before: int, after: int) -> str:
    """Return the stretch from so many days before a day to so many days after it."""
    day, mark = parse_edtf(edtf).earliest, edtf.lstrip("0123456789-")
    if day is None:
        raise DateError("write the year")
    first, last = (shifted(day, by) for by in (-before, after))
    return f"{first}{mark}/{last}{mark}" if first < last else f"{first}{mark}"


def _from(edtf: str, *, exclusive: bool) -> str:
    """Return the first stretch, as precise as ``edtf``, that begins with it or after it."""
    if not exclusive:
        return edtf
    latest = parse_edtf(edtf).latest
    return edtf if latest is None else _as_precise(shifted(latest, 1), edtf)


def _until(edtf: str, *, exclusive: bool) -> str:
    """Return the last stretch, as precise as ``edtf``, that ends with it or before it."""
    if not exclusive:
        return edtf
    earliest = parse_edtf(edtf).earliest
    return edtf if earliest is None else _as_precise(shifted(earliest, -1), edtf)


def _as_precise(day: date, model: str) -> str:
    """Write a day as precisely as ``model``, with its qualifier; seasons as months."""
    bare = model.rstrip("?~%")
    season = len(bare) == 7 and bare[5] == "2"  # noqa: PLR2004 - YYYY-2X
    return day.isoformat()[: 7 if season else len(bare)] + model[len(bare) :]
