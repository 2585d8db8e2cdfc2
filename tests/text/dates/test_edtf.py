"""EDTF: what is read, in canonical form and with its bounds; what is refused, and what the refusal says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.errors import DateError
from corpuscli.text.dates import may_lie, must_lie, parse_edtf

READ = """
1921-03-10              1921-03-10 1921-03-10
1921-03                 1921-03-01 1921-03-31
1921                    1921-01-01 1921-12-31
0001                    0001-01-01 0001-12-31
9999                    9999-01-01 9999-12-31
1920~                   1920-01-01 1920-12-31 ~
1915-02-27?             1915-02-27 1915-02-27 ?
1915-02-27%             1915-02-27 1915-02-27 %
1918-01%                1918-01-01 1918-01-31 %
../1918-05-04           -          1918-05-04
../1918-05-04?          -          1918-05-04 ?
1918-05-04/..           1918-05-04 -
1918-05-04/             1918-05-04 -
/1918-05-04             -          1918-05-04
1925-10-05/1925-10-06   1925-10-05 1925-10-06
1925-10-20/1925-10      1925-10-20 1925-10-31
1925/1926-02            1925-01-01 1926-02-28
1924-02~/1926?          1924-02-01 1926-12-31 %
XXXX                    -          -
XXXX-02-27              -          -
XXXX-02-29              -          -
XXXX-22                 -          -
192X                    1920-01-01 1929-12-31
19XX                    1900-01-01 1999-12-31
0XXX                    0001-01-01 0999-12-31
1918-XX                 1918-01-01 1918-12-31
1918-1X                 1918-10-01 1918-12-31
1918-XX-XX              1918-01-01 1918-12-31
1918-XX-31              1918-01-31 1918-12-31
1918-01-XX              1918-01-01 1918-01-31
1918-02-2X              1918-02-20 1918-02-28
156X-12-25              1560-12-25 1569-12-25
19XX-02-29              1904-02-29 1996-02-29
1920-21                 1920-03-01 1920-05-31
1920-24                 1920-12-01 1921-02-28
9999-24                 9999-12-01 9999-12-31
192X-22                 1920-06-01 1929-08-31
1920-23~                1920-09-01 1920-11-30 ~
[1889-04-23,1889-04-30] 1889-04-23 1889-04-30
[1667,1668,1670..1672]  1667-01-01 1672-12-31
[..1760-12-03]          -          1760-12-03
[1760-12..]             1760-12-01 -
[1760-01,1760-12..]     1760-01-01 -
{1960,1961-12}          1960-01-01 1961-12-31
{1960~,1961?}           1960-01-01 1961-12-31 %
1985-04-12T23:20:30     1985-04-12 1985-04-12
1985-04-12T23:20:30Z    1985-04-12 1985-04-12
1985-04-12T23:20:30+03:30  1985-04-12 1985-04-12
"""

CANONICAL = {
    "1984?~": "1984%",
    "1984-06-02~?": "1984-06-02%",
    "[1667, 1668]": "[1667,1668]",
    "1984?~/1985": "1984%/1985",
    "[..1984?~]": "[..1984%]",
}

REFUSED = {
    "1900-02-29": "February 1900 has 28 days; in the Julian calendar it had 29",
    "1921-02-29": "February 1921 has 28 days; correct the day",
    "1921-04-31": "April 1921 has 30 days",
    "1921-04-00": "days begin with 01; leave the day out",
    "1921-13": "no month 13",
    "1921-00": "no month 00",
    "1921-25": "no month 25",
    "1921-21-03": "a season has no days; write 1921-21",
    "1900-02-3X": "no day fits these digits",
    "0000": "years begin with 0001",
    "0000-22": "years begin with 0001",
    "0000-05-04": "years begin with 0001",
    "1925-10-06/1925-10-05": "runs backwards; write 1925-10-05/1925-10-06",
    "1926/1925": "runs backwards",
    "[1926..1925]": "runs backwards",
    "../..": "write XXXX",
    "/": "write XXXX",
    "1920/1921/1922": "two ends, not 3",
    "[1920,1921]/1922": "a set cannot be the end of a range",
    "[1920": "begins and ends with its brackets",
    "[]": "begins and ends with its brackets",
    "[..]": "needs a date before it or after it",
    "[1920,,1921]": "no text",
    "": "write XXXX",
    "n.d.": "write XXXX",
    " 1921": "take the blanks away",
    "1921\n": "take the blanks away",
    "1921-3-10": "two digits, as 1921-03-09",
    "1921-3": "two digits, as 1921-03",
    "19210310": "write hyphens",
    "1921.03.10": "write hyphens",
    "10.03.1921": "write the year first",
    "-0044": "only the years 0001 to 9999",
    "Y17000": "only the years 0001 to 9999",
    "192u": "capital X",
    "192x": "capital X",
    "1920s": "write the decade as 192X",
    "ca. 1920": "write 1920~",
    "1921?-03": "stand at the end",
    "?1921": "stand at the end",
    "1920–1921": "write a range with a slash",
    "1921-03-10T12:30": "no time of day as EDTF writes it",
    "1921-03-10T25:30:00": "hour must be in",
    "March 10, 1921": "write 1921-03-10, 1921-03",
    "yesterday": "write 1921-03-10, 1921-03",
    "１９２１-03-10": "no EDTF date",
    "1921-W10-1": "no EDTF date",
}


def _day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize("row", [row for row in READ.splitlines() if row])
def test_reads_with_bounds(row: str) -> None:
    text, earliest, latest, *flag = row.split()
    read = parse_edtf(text)
    assert read.edtf == str(read) == text
    assert (read.earliest, read.latest) == (_day(earliest), _day(latest))
    assert (read.uncertain, read.approximate) == ("?" in flag or "%" in flag, "~" in flag or "%" in flag)


@pytest.mark.parametrize(("text", "canonical"), CANONICAL.items())
def test_writes_canonically(text: str, canonical: str) -> None:
    assert parse_edtf(text).edtf == canonical
    assert parse_edtf(canonical).edtf == canonical


@pytest.mark.parametrize(("text", "says"), REFUSED.items())
def test_refuses_and_says_how_to_mend(text: str, says: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_edtf(text)
    assert says in str(refusal.value)


@given(st.text(alphabet="0129X?~%-./[]{},Tx ", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = parse_edtf(text)
    except DateError:
        return
    assert parse_edtf(read.edtf) == read
    assert read.earliest is None or read.latest is None or read.earliest <= read.latest


_DATES = st.sampled_from([parse_edtf(row.split()[0]) for row in READ.splitlines() if row])
_ENDS = st.none() | st.dates(date(1900, 1, 1), date(1930, 12, 31))


@given(_DATES, _ENDS, _ENDS)
def test_what_must_lie_inside_may(when: object, first: date | None, last: date | None) -> None:
    read = parse_edtf(str(when))
    backwards = first is not None and last is not None and first > last
    if must_lie(read, first, last):
        assert may_lie(read, first, last)
        assert not read.uncertain
    if read.undated or backwards:
        assert not may_lie(read, first, last)
        assert not must_lie(read, first, last)
    elif not read.uncertain and first is None and last is None:
        assert must_lie(read, first, last)


@given(st.dates(date(1900, 1, 1), date(1930, 12, 31)), _ENDS, _ENDS)
def test_a_single_day_must_lie_where_it_may(day: date, first: date | None, last: date | None) -> None:
    read = parse_edtf(day.isoformat())
    inside = (first is None or first <= day) and (last is None or day <= last)
    assert may_lie(read, first, last) == must_lie(read, first, last) == inside
