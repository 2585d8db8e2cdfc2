"""Dates within lines, and date lines repaired by the header."""

from __future__ import annotations

from contextlib import suppress
from itertools import product

import pytest

from corpuscli.errors import DateError
from corpuscli.text.dates import find_date, parse_edtf, repair
from corpuscli.text.dates.fields import Hints
from corpuscli.text.dates.finding import may_be_date
from corpuscli.text.dates.phrase import read_run
from corpuscli.text.dates.run import Run

FOUND = [
    ("Baku, May 4, 1920. The staff and 3 companies left.", "May 4, 1920", "1920-05-04"),
    ("Rostov-on-Don, April 23, 1920", "April 23, 1920", "1920-04-23"),
    ("Rostov n / D [on], 23 April 1920", "23 April 1920", "1920-04-23"),
    ("Kharkov [late January 1918]", "[late January 1918]", "1918-01%"),
    ("[Kharkov, late January 1918]", "late January 1918]", "1918-01%"),
    ("24/5 20 10 hours Baku.", "24/5 20 10 hours", "1920-05-24"),
    ("Kharkiv 31/7.", "31/7.", "XXXX-07-31"),
    ("Tashkent 18/V 22", "18/V 22", "1922-05-18"),
    ("No. 17. Moscow, 10 марта 1921 г., вечер. Тов. Сталин", "10 марта 1921 г., вечер", "1921-03-10"),
    ("Sent on Thursday, March 10, 1921 at 12:30 to all", "Thursday, March 10, 1921", "1921-03-10"),
    ("29/VII 1 .", "29/VII 1 .", "XXXX-07-29"),
    ("In 1905 we met; on 3 May 1906 we parted", "3 May 1906", "1906-05-03"),
    ("Wien 1920", "1920", "1920"),
    ("5 12 10 March 1921", "10 March 1921", "1921-03-10"),
    ("Baku (May 4, 1920", "May 4, 1920", "1920-05-04"),
    ("4 May) 1920", "4 May) 1920", "1920-05-04"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), FOUND)
def test_finds(text: str, words: str, edtf: str) -> None:
    found = find_date(text)
    assert found is not None
    assert (found[0].of(text), found[1].edtf) == (words, edtf)


@pytest.mark.parametrize(
    "text", ["", "Dear comrade,", "the second may come", "150,000,000 gold rubles", "We may march in 3 days", "3/4"]
)
def test_finds_nothing(text: str) -> None:
    assert find_date(text) is None


def test_what_is_not_read_is_no_date() -> None:
    shapes = ["".join(shape) for letters in ("d()", "doYyt") for shape in product(letters, repeat=5)]
    value = {"d": "11", "o": "11", "Y": "1911", "y": "11", "t": "911"}
    for shape in [shape for shape in shapes if not may_be_date(shape) and shape.strip("()") == shape]:
        run = Run(shape, [value.get(letter, letter) for letter in shape], list(range(5)), list(range(5)))
        for hints in (Hints(day_first=True), Hints(day_first=False, years=(1850, 1949), damaged=True)):
            with suppress(DateError):
                assert not read_run(run, hints), shape


REPAIRED = [
    ("16/11 21", "1921-02-16", "1921-02-16"),
    ("16/11 21", "1921-02", "1921-02-16"),
    ("16/11 21", "1921-11-16", "1921-11-16"),
    ("10/1 1926", "1926-01-10", "1926-01-10"),
    ("10/1 1926", "1926-10-01", "1926-10-01"),
    ("27/II", "1915-02-27?", "1915-02-27"),
    ("29/VII 1 .", "1920-07-29", "1920-07-29"),
    ("16/111 21", "1921-03-16", "1921-03-16"),
    ("4/1X-20", "1920-09-04", "1920-09-04"),
    ("30/XII", "1921-01-02", "1920-12-30"),
    ("29/II", "1920-02", "1920-02-29"),
    ("29/II", "1922-02", "XXXX-02-29"),
    ("Baku 3/5", "1920-05-04", "1920-05-03"),
    ("5/IX-95", "1895-09-06", "1895-09-05"),
    ("7/V", "1918-05-04/..", "1918-05-07"),
    ("7/V", "../1918-05-04", "1918-05-07"),
    ("7 May 1921", "1920-05-07", "1921-05-07"),
    ("7/V", "XXXX", "XXXX-05-07"),
]


@pytest.mark.parametrize(("text", "header", "edtf"), REPAIRED)
def test_repairs_by_the_header(text: str, header: str, edtf: str) -> None:
    assert repair(text, parse_edtf(header)).edtf == edtf


def test_says_when_there_is_nothing_to_repair() -> None:
    with pytest.raises(DateError, match="no date that can be read"):
        repair("Dear comrade", parse_edtf("1921"))
