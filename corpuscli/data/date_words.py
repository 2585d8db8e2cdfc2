"""The words of printed dates, as rows of ``date_words.tsv``; a language is added by adding rows.

Columns: language (``*`` for signs of every language), kind, value, forms (``|`` between; a form of several words is
matched whole; a full stop after a word never counts), example, and the example's date in EDTF, which a test checks.

=========== ===========================================================================================
kind        value
=========== ===========================================================================================
month       1-12
roman       1-12; ``lookalike`` rows say which characters OCR and typists put for its letters
season      21-24, EDTF's seasons
feast       the rule of its day: ``12-25``, ``easter+49`` (days after Easter Sunday), ``pascha+49`` (after the Orthodox
            one), or two with ``..`` between
part        early, mid, late: a part that the words do not bound
stretch     in how many equal parts a month or year is cut: 2 (half), 3 (third), 4 (quarter)
ordinal     1-4, or -1 for the last
season-part part and season in one word, as ``late:22``
relation    not_before, not_after, before, after, until, between; week (the day and six more), night (the day and the
            one before)
style       julian or gregorian
to          until, when the word also means not after; or none
lead        none: prepositions that begin a date, and never stand in one
filler      none: words that may stand anywhere in a date
attached    what the word is: it belongs to the date and tells nothing
hour        none: makes the number before it a time of day
others      none: or, and, about, perhaps, undated
=========== ===========================================================================================
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class DateWord:
    """One row: words of one language that mean the same."""

    language: str
    kind: str
    value: str
    forms: tuple[str, ...]
    example: str
    edtf: str


@cache
def date_words() -> tuple[DateWord, ...]:
    """Return all rows in the file's order; where two languages differ, the earlier row wins."""
    lines = Path(__file__).with_name("date_words.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    return tuple(
        DateWord(lang, kind, value, tuple(forms.split("|")), *rest) for lang, kind, value, forms, *rest in rows
    )
