"""What lines of printed editions' pages look like: the rows of ``pages.tsv``.

A row is a kind, a pattern (a regular expression without capitals or groups that count, matched without case on the
whole of what it is tried on), a value, examples and near misses, both parted by ``||``. A test runs them all.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row.

    Args:
        kind: What the pattern recognises, as ``navigation`` or ``form``.
        pattern: The regular expression.
        value: What a match means, where the kind has meanings.
        examples: Strings that match.
        near_misses: Strings that do not.
    """

    kind: str
    pattern: str
    value: str
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


@cache
def page_rows() -> tuple[PageRow, ...]:
    """Return all rows in the order of the file."""
    lines = Path(__file__).with_name("pages.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_row(line) for line in lines if line)


def _row(line: str) -> PageRow:
    kind, pattern, value, examples, near = line.split("\t")
    return PageRow(kind, pattern, value, _parted(examples), _parted(near))


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(" || ") if part)


@cache
def pattern(kind: str) -> str:
    """Return one pattern for all rows of a kind, in a group that does not count."""
    return "(?:" + "|".join(row.pattern for row in page_rows() if row.kind == kind) + ")"


@cache
def _compiled(kind: str) -> re.Pattern[str]:
    return re.compile(pattern(kind), re.IGNORECASE)


def matches(kind: str, text: str) -> bool:
    """Tell whether all of ``text`` is of that kind.

    >>> matches("notes", "Notes:"), matches("notes", "Note the date")
    (True, False)
    """
    return _compiled(kind).fullmatch(text) is not None


def value_of(kind: str, text: str) -> str:
    """Return the value of the first row of that kind that matches all of ``text``, or ``""``.

    >>> value_of("numeral", "two"), value_of("type", "Radiogram"), value_of("type", "Road")
    ('2', 'telegram', '')
    """
    if not matches(kind, text):
        return ""
    rows = (row for row in page_rows() if row.kind == kind)
    return next(row.value for row in rows if re.fullmatch(row.pattern, text, re.IGNORECASE))
