"""Dates: EDTF, printed dates of four languages, and whether a date lies in a stretch of days."""

from corpuscli.text.dates.edtf import parse_edtf
from corpuscli.text.dates.finding import find_date, repair
from corpuscli.text.dates.matching import may_lie, must_lie
from corpuscli.text.dates.printed import parse_date, parse_printed

__all__ = ["find_date", "may_lie", "must_lie", "parse_date", "parse_edtf", "parse_printed", "repair"]
