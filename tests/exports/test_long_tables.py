from __future__ import annotations

import io
import re
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcwidth

from corpuscli.errors import WriteError
from corpuscli.exports import table_writer
from corpuscli.exports.fitting import _NARROW, cells
from corpuscli.exports.tables.tabulated import NAMES
from corpuscli.model.table import Table

COLUMNS = ("id", "senders", "words")
WORD = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "M")), max_size=6
)
CELL = st.one_of(WORD, st.sampled_from(("", " ", "Чичерин", "中文", "a|b", "x_1", "-5", "50 %s", "*", "\\", "--", "&")))
ROWS = st.lists(st.tuples(CELL, CELL, st.integers(0, 10**6)), min_size=1, max_size=8)


def printed(name: str, rows: list[tuple[str, str, int]], long: int, width: int = 0) -> str:
    out = io.StringIO()
    given = (dict(zip(COLUMNS, row, strict=True)) for row in rows)
    table = Table(COLUMNS, given, numeric=frozenset(["words"]), spare=COLUMNS[:0:-1])
    with patch("corpuscli.exports.tables.tabulated.LONG", long):
        table_writer(name, width)(table, out)
    return out.getvalue()


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=25)
@given(rows=ROWS)
def test_a_long_table_is_printed_as_a_short_one_is(name: str, rows: list[tuple[str, str, int]]) -> None:
    short, long = printed(name, rows, 10**6), printed(name, rows, 1)
    if name.startswith("latex"):  # tabulate fills up cells before it escapes them; LaTeX minds no blanks
        short, long = (
            re.sub(r" +(?=&|\\\\)|(?<=&) +|^ +(?=.*&)", "", one, flags=re.MULTILINE) for one in (short, long)
        )
    assert long == short


@given(ROWS, st.integers(10, 80))
def test_a_long_table_is_cut_as_a_short_one_is(rows: list[tuple[str, str, int]], width: int) -> None:
    short, long = printed("plain", rows, 10**6, width), printed("plain", rows, 1, width)
    assert [line.split() for line in long.splitlines()] == [line.split() for line in short.splitlines()]
    assert max(map(cells, long.splitlines())) <= max(width, *map(cells, short.splitlines()))


def test_a_table_longer_than_memory_goes_through_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(f"letter-{n}", "Чичерин", n) for n in range(300)]
    expected = printed("github", rows, 10**6)
    monkeypatch.setattr("corpuscli.exports.long_tables._HELD", 100)
    assert printed("github", rows, 1) == expected


def test_a_full_disk_for_temporary_files_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("corpuscli.exports.long_tables._put", full)
    with pytest.raises(WriteError, match="temporary files cannot be written: No space left"):
        printed("simple", [("a", "b", 1)], 1)


def test_signs_said_to_be_narrow_are() -> None:
    assert all(wcwidth(chr(code)) == 1 for code in range(0x20, 0x3000) if _NARROW(chr(code)))
