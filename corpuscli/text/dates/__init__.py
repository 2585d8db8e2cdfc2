"""Dates: EDTF, printed dates of five languages, and whether a date lies in a stretch of days.

Names are imported when first asked for, and then are here: whoever only reads EDTF does not pay for the words of five
languages.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpuscli.text.dates.edtf import parse_edtf
    from corpuscli.text.dates.finding import find_date, repair
    from corpuscli.text.dates.matching import may_lie, must_lie
    from corpuscli.text.dates.printed import parse_date, parse_printed

__all__ = ["find_date", "may_lie", "must_lie", "parse_date", "parse_edtf", "parse_printed", "repair"]

_HOME = {
    "find_date": "finding",
    "may_lie": "matching",
    "must_lie": "matching",
    "parse_date": "printed",
    "parse_edtf": "edtf",
    "parse_printed": "printed",
    "repair": "finding",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    return found
