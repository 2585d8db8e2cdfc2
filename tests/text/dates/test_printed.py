"""Printed dates: case files of two languages, the rows' own examples, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuscli.data.date_words import DateWord, date_words
from corpuscli.errors import DateError
from corpuscli.text.dates import parse_date, parse_edtf, parse_printed
from corpuscli.text.dates.feasts import feast_days
from corpuscli.text.dates.finding import find_date


def _cases(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split(" | ") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("text", "edtf"), _cases("english.txt"))
def test_english(text: str, edtf: str) -> None:
    assert parse_date(text).edtf == edtf
    assert parse_date(text, "en").edtf == edtf
    assert parse_date(text) == parse_edtf(edtf)


@pytest.mark.parametrize(("text", "edtf"), _cases("russian.txt"))
def test_russian(text: str, edtf: str) -> None:
    assert parse_date(text).edtf == edtf
    assert parse_date(text, "ru").edtf == edtf


@pytest.mark.parametrize("half", [0, 1], ids=["measured only", "tuned on"])
@pytest.mark.parametrize(
    "name",
    [
        "english_editions",
        "russian_editions",
        "english_editions_2",
        "russian_editions_2",
        "english_editions_3",
        "russian_editions_3",
    ],
)
def test_editions_composed_apart_are_read(name: str, half: int) -> None:
    """What is missed is missed for good reasons.

    At first sight 87 % (English) and 94 % (Russian) of the first half were read; of the second pair of files, whose
    author had not seen the reader, 92.5 % and 93.4 %; of the third, by the same author, 93.9 % and 97.1 %.
    """
    cases = _cases(f"{name}.txt")[half::2]
    missed = [(text, edtf, found) for text, edtf in cases if (found := _edtf(text, name[:2])) != edtf]
    assert len(cases) > 85
    assert len(missed) <= 0.03 * len(cases), missed


def _edtf(text: str, language: str) -> str:
    """Return a date in EDTF, or an exclamation mark where none can be told."""
    try:
        return parse_date(text, language).edtf
    except DateError:
        return "!"


@pytest.mark.parametrize("row", date_words(), ids=lambda row: f"{row.language}-{row.kind}-{row.forms[0]}")
def test_every_row_reads_its_example(row: DateWord) -> None:
    assert parse_printed(row.example).edtf == row.edtf
    assert parse_printed(row.example, None if row.language == "*" else row.language).edtf == row.edtf


REFUSED = {
    "": "no date that can be read",
    "yesterday": "no date that can be read",
    "February 29, 1900": "February 1900 has 28 days",
    "31 апреля 1921 г.": "April 1921 has 30 days",
    "32 мая 1921 г.": "May 1921 has 31 days",
    "May 10-4, 1918": "runs backwards",
    "3/4/21": "which is the day?",
    "3/4": "which is the day?",
    "8/1/1925": "which is the day?",
    "5 мая 95 г.": "may be 1895 or 1995",
    "May 4, 1918, received June 5, 1918": "two dates, 1918-05-04 and 1918-06-05",
    "fifth half of May 1920": "there is no part 5 of 2",
    "12.XIII.1920": "there is no month XIII",
    "5/6/1921": "which is the day? Write 1921-06-05 or 1921-05-06",
    "Febuary 3, 1921": "did you mean February?",
    "Baku, Febuary 1921": "did you mean February?",
    "Marhc 10, 1921": "did you mean March?",
    "3rd Janaury, 1921": "did you mean January?",
    "Феврля 1921": "did you mean Февраля?",
    "March 10, l921": "is it 1921?",
    "March 10, 192l": "is it 1921?",
    "19l0": "is it 1910?",
    "l9 March 1921": "is it 19?",
    "1O March 1921": "is it 10?",
    "-0043": "only the years 0001 to 9999",
    "15 March 44 BC": "only the years 0001 to 9999",
    "44 v. Chr.": "only the years 0001 to 9999",
    "1200 v. Chr.": "only the years 0001 to 9999",
    "44 av. J.-C.": "only the years 0001 to 9999",
    "44 г. до н. э.": "only the years 0001 to 9999",
    "after 9999": "only the years 0001 to 9999",
    "week of December 30, 9999": "only the years 0001 to 9999",
    "4-я половина мая 1920 г.": "there is no part 4 of 2",
}


@pytest.mark.parametrize(("text", "says"), REFUSED.items())
def test_refuses_and_says_why(text: str, says: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_printed(text)
    assert says in str(refusal.value)
    assert str(refusal.value).startswith(text)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("17II 1921", "1921-02-17"),
        ("Augusta 1921", "1921"),
        ("Capri 1921", "1921"),
        ("Augusta, 1921", "1921"),
        ("- March 10, 1921", "1921-03-10"),
        ("March 10, 1921 B. C.", "1921-03-10"),
        ("[1921]", "1921?"),
    ],
)
def test_what_only_looks_like_a_slip_is_read(text: str, edtf: str) -> None:
    assert parse_date(text).edtf == edtf


def test_hints_tell_day_and_century() -> None:
    assert parse_printed("3/4/21", day_first=True).edtf == "1921-04-03"
    assert parse_printed("3/4/21", day_first=False).edtf == "1921-03-04"
    assert parse_printed("5 мая 95 г.", years=(1870, 1930)).edtf == "1895-05-05"
    with pytest.raises(DateError, match="1821 or 1921"):
        parse_printed("3/IV-21", years=(1800, 1930))
    with pytest.raises(DateError, match="in no century between"):
        parse_printed("3/IV-95", years=(1912, 1927))


def test_julian_dates_are_converted() -> None:
    assert parse_printed("25 октября 1917 г.", calendar="julian").edtf == "1917-11-07"
    assert parse_printed("29 февраля 1900 г.", calendar="julian").edtf == "1900-03-13"
    assert parse_printed("[25 октября 1917 г.]", calendar="julian").edtf == "1917-11-07?"
    assert parse_printed("январь 1918 г.", calendar="julian").edtf == "1918-01-14/1918-02-13"
    assert parse_printed("1917 г.", calendar="julian").edtf == "1917-01-14/1918-01-13"
    assert parse_printed("7 ноября 1917 г. н. ст.", calendar="julian").edtf == "1917-11-07"
    assert parse_printed("5-6 октября 1917 г.", calendar="julian").edtf == "1917-10-18/1917-10-19"
    with pytest.raises(DateError, match="the Julian calendar has no such day"):
        parse_printed("30 февраля 1900 г.", calendar="julian")


@pytest.mark.parametrize("calendar", [None, "julian"])
@pytest.mark.parametrize("rule", ["easter+0", "pascha-2..pascha+1", "12-25"])
def test_a_feast_in_a_year_that_no_calendar_has_is_no_date(rule: str, calendar: str | None) -> None:
    with pytest.raises(DateError, match="correct the"):
        feast_days(rule, "0000", calendar)


@pytest.mark.parametrize("calendar", [None, "julian"])
@pytest.mark.parametrize(
    "text", ["Ostern 0000", "Christmas 0000", "ter0000Ostern >\0\0\0-\0\x001933", "1 January 0000", "31 December 9999"]
)
def test_the_first_and_the_last_year_break_nothing(text: str, calendar: str | None) -> None:
    found = find_date(text, calendar=calendar)
    assert found is None or found[1].edtf
