"""Ids derived from date and parties."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.text.dates import parse_edtf
from corpuscli.text.ids import derive_id


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("1921-03-10", "1921-03-10"),
        ("1915-02-27?", "1915-02-27"),
        ("1918-01%", "1918-01"),
        ("1920~", "1920"),
        ("1925-10-05/1925-10-06", "1925-10-05"),
        ("1918-05/..", "1918-05"),
        ("../1918-05-04", "1918-05-04"),
        ("[1889-04-23,1889-04-24]", "1889-04-23"),
        ("[1920,1919-12]", "1919-12"),
        ("1920-21", "1920-03"),
        ("1920-24", "1920-12"),
        ("192X", "192x"),
        ("1918-XX", "1918"),
        ("1918-XX-31", "1918"),
        ("1918-02-XX", "1918-02"),
        ("1985-04-12T23:20:30Z", "1985-04-12"),
        ("XXXX", "undated"),
        ("XXXX-02-27", "undated"),
    ],
)
def test_begins_with_the_earliest_day_as_precisely_as_known(edtf: str, day: str) -> None:
    assert derive_id(parse_edtf(edtf), ["G. V. Chicherin"], ["И. В. Сталин"]) == f"{day}-chicherin-stalin"


@pytest.mark.parametrize(
    ("senders", "recipients", "rest"),
    [
        (["Politburo of the Central Committee"], ["Zetkin, Clara"], "-politburo-of-the-zetkin"),
        (["CC RCP (b)"], ["Unknown"], "-cc-rcp-b-unknown"),
        (["S. Spandaryan", "I. V. Stalin"], [], "-spandaryan"),
        ([], ["V. A. Antonov-Ovseenko"], "-antonov-ovseenko"),
        (["李"], [""], "-unnamed-unnamed"),
        ([], [], ""),
    ],
)
def test_names_the_first_parties(senders: list[str], recipients: list[str], rest: str) -> None:
    assert derive_id(parse_edtf("1921"), senders, recipients) == "1921" + rest


@given(st.lists(st.text(max_size=120), max_size=2), st.lists(st.text(max_size=120), max_size=2))
def test_is_always_an_id(senders: list[str], recipients: list[str]) -> None:
    made = derive_id(parse_edtf("1921"), senders, recipients)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,99}", made)
