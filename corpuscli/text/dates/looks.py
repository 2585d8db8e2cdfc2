"""Texts of one look are read alike: where two differ in their digits only, the words are weighed once.

An edition prints thousands of dates in a handful of manners. What the words and marks around the digits mean is found
out once for each manner and kept; of the next such date only the digits are read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.values import dataclass
from corpuscli.text.dates.beyond import may_be_beyond
from corpuscli.text.dates.edtf import parse_edtf
from corpuscli.text.dates.fields import FULL
from corpuscli.text.dates.items import Reader
from corpuscli.text.dates.run import Run
from corpuscli.text.dates.shapes import slots
from corpuscli.text.dates.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from corpuscli.model.date import Date

_WITHOUT = str.maketrans("", "", "[]<>?")
"""Brackets that an editor put among the digits of one number."""
_DATED = ({"y"}, {"y", "m"}, {"y", "m", "d"}, {"y", "s"})
_LONGEST = 80
"""Code points: longer texts are prose, and no two are alike."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the parts of the one date stand in every text of one look.

    Args:
        year: Its four digits.
        month: Its digits, or the two digits that its name means; None for a whole year.
        day: Its digits, or None for a whole month.
        mark: The qualifier.
    """

    year: slice
    month: slice | str | None
    day: slice | None
    mark: str


@dataclass(frozen=True, slots=True)
class _Look:
    """What all texts of one look share.

    Args:
        plan: Their one plain date, if they hold nothing else.
        runs: Their runs, and of each the items that are digits: place in ``values``, place in the text. None where the
            digits tell more than numbers (``1II`` is a month), so that each text must be read by itself.
    """

    plan: _Plan | None
    runs: tuple[tuple[Run, tuple[tuple[int, slice], ...]], ...] | None


def read_alike(text: str, language: str | None) -> Date | None:
    """Read one plain date.

    Args:
        text: The date as printed.
        language: BCP 47, as for :func:`~corpuscli.text.dates.printed.parse_printed`.

    Returns:
        The date; None where more than digits must be weighed (two dates, a range, a year of two digits, no such day).

    >>> read_alike("[10. März 1921]", "de")
    Date(edtf='1921-03-10?', ...)
    """
    plan = _look(_alike(text), language).plan if len(text) <= _LONGEST else None
    if plan is None:
        return None
    edtf, month, day = text[plan.year], plan.month, plan.day
    if month is not None:
        edtf = f"{edtf}-{month if isinstance(month, str) else text[month].zfill(2)}"
    if day is not None:
        edtf = f"{edtf}-{text[day].zfill(2)}"
    try:
        return parse_edtf(edtf + plan.mark)
    except DateError:
        return None


def read_runs(text: str, language: str | None) -> Sequence[Run]:
    """Return all runs of a text, in order; their tokens are counted only where its look is new.

    Args:
        text: The date as printed.
        language: BCP 47, as above.
    """
    known = _look(_alike(text), language).runs if len(text) <= _LONGEST else None
    if known is None:
        words = vocabulary(language)
        return list(Reader(words.token.findall(text), words).runs())
    found: list[Run] = []
    for run, places in known:
        values = run.values.copy()
        for at, place in places:
            digits = text[place]
            values[at] = digits if digits.isdecimal() else digits.translate(_WITHOUT)
        found.append(Run(run.shape, values, run.first, run.last, run.uncertain, run.approximate, run.calendar))
    return found


def _alike(text: str) -> str:
    """Return a text with all its digits 0; of texts in Cyrillic this is four times faster than ``str.translate``."""
    for digit in "123456789":
        if digit in text:
            text = text.replace(digit, "0")
    return text


@lru_cache(maxsize=4096)
def _look(alike: str, language: str | None) -> _Look:
    """Weigh a text whose digits are all 0."""
    words = vocabulary(language)
    tokens = list(words.token.finditer(alike))
    if any(_matters(alike, token, words) for token in tokens):
        return _Look(None, None)
    figures = [words.figure.fullmatch(alike, *token.span()) if token[0][0] == "0" else None for token in tokens]
    runs = [(run, _places(run, figures)) for run in Reader([token[0] for token in tokens], words).runs()]
    return _Look(_plan(*runs[0]) if len(runs) == 1 and not may_be_beyond(alike) else None, tuple(runs))


def _matters(alike: str, token: re.Match[str], words: Vocabulary) -> bool:
    """Tell whether it may matter which digits a token holds: 111 may be a Roman month, 1II is one, 1920s a decade."""
    word = token[0]
    if "0" not in word:
        return word[0].isdecimal() or word.lower() in words.counted
    found = words.figure.fullmatch(word)
    if found is None:
        return word[0] != "0"  # '20 is a year, 10:30 an hour
    digits, suffix, _ = found.groups()
    size = word.count("0")
    if digits is None or size not in (1, 2, FULL) or (suffix and size == FULL):
        return True
    start, end = token.span()
    return alike[end : end + 1] in words.months_begin or (start > 0 and alike[start - 1].isalnum())


def _places(run: Run, figures: Sequence[re.Match[str] | None]) -> tuple[tuple[int, slice], ...]:
    """Return the items of a run that are digits; there is one figure, or none, for each token."""
    digits = [at for at, value in enumerate(run.values) if value and not value.strip("0")]
    return tuple((at, slice(*next(filter(None, figures[run.first[at] : run.last[at] + 1])).span(1))) for at in digits)


def _plan(run: Run, places: Sequence[tuple[int, slice]]) -> _Plan | None:
    """Give each part of a plain date its place; None where the run is anything else."""
    order = slots(run.shape.replace("P", ""))
    if order is None or run.calendar or set(order) not in _DATED or len(order) != len(set(order)):
        return None
    where = dict(places)
    items = [where.get(at, value) for at, value in enumerate(run.values) if run.shape[at] != "P"]
    found = dict(zip(order, items, strict=True))
    year, month, day = found["y"], found.get("m", found.get("s")), found.get("d")
    if isinstance(year, str) or year.stop - year.start != FULL or isinstance(day, str):
        return None
    return _Plan(year, f"{int(month):02}" if isinstance(month, str) else month, day, _mark(run))


def _mark(run: Run) -> str:
    """Return the qualifier of a plain date, as :func:`~corpuscli.text.dates.phrase.read_run` writes it."""
    if "P" in run.shape or (run.uncertain and run.approximate):
        return "%"
    return "?" if run.uncertain else "~" if run.approximate else ""
