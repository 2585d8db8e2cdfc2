from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.errors import UnknownNameError, UsageError
from corpuscli.exports import OTHERWISE, table_formats, table_writer
from corpuscli.exports.simple import simple
from corpuscli.exports.tables.tabulated import NAMES
from corpuscli.model.table import Table

COLUMNS = ("id", "senders", "words", "latest")
ROWS = (
    {"id": "a", "senders": ("Г. В. Чичерин", "J. | K."), "words": 12, "latest": None, "path": "a.txt"},
    {"id": "b", "senders": (), "words": None, "latest": "1921", "path": "sub/b.txt"},
)


def printed(name: str, rows: tuple[dict[str, object], ...] = ROWS, **more: object) -> str:
    out = io.StringIO()
    table = Table(COLUMNS, iter(rows), nullable=frozenset(["latest"]), **more)
    table_writer(name)(table, out)
    return out.getvalue()


def test_tabulates_formats_are_all_offered_but_those_that_do_not_escape() -> None:
    import tabulate

    assert set(NAMES) == set(tabulate.tabulate_formats) - {"unsafehtml", "latex_raw", "tsv", "html"}
    assert {"csv", "tsv", "json", "jsonl", "ids", "paths"} <= set(table_formats())


@pytest.mark.parametrize("name", table_formats())
def test_every_format_prints_every_row_even_none(name: str) -> None:
    text = printed(name)
    assert "a" in text
    assert text.endswith("\n")
    assert "\x1b" not in printed(name, ({"id": "\x1b[31m", "path": "p"},)) or name in ("csv", "tsv", "ids")
    printed(name, ())


WORD = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Zl", "Zp")), max_size=6)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.tuples(st.lists(st.lists(WORD, min_size=n, max_size=n), min_size=1), st.just(n))
    )
)
def test_simple_prints_what_tabulate_prints(given: tuple[list[list[str]], int]) -> None:
    from tabulate import tabulate

    rows, count = given
    columns, right = ["id", "words", "senders", "x"][:count], [False, True, False, True][:count]
    aligned = ["right" if end else "left" for end in right]
    expected = tabulate(rows, columns, tablefmt="simple", disable_numparse=True, colalign=aligned)
    assert simple(rows, columns, right) == expected


def test_other_names_lead_to_formats() -> None:
    assert set(OTHERWISE.values()) <= set(table_formats())
    assert not set(OTHERWISE) & set(table_formats())
    for name in ("md", "Markdown", ".xlsx"):
        with pytest.raises(UnknownNameError, match=r"did you mean (github|csv)"):
            table_writer(name)


def test_an_unknown_format_is_no_silence() -> None:
    with pytest.raises(UnknownNameError, match="did you mean github"):
        table_writer("gihub")
    with pytest.raises(UnknownNameError):
        table_writer("latex_raw")


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(printed("csv"))))
    assert rows == [list(COLUMNS), ["a", "Г. В. Чичерин; J. | K.", "12", ""], ["b", "", "", "1921"]]


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_a_spreadsheet_runs_nothing_unless_raw(name: str) -> None:
    rows: tuple[dict[str, object], ...] = ({"id": "=1+1"}, {"id": "-x"}, {"id": "@a"})
    assert [line[:2] for line in printed(name, rows).splitlines()[1:]] == ["'=", "'-", "'@"]
    assert "'" not in printed(name, rows, raw=True)


def test_tsv_has_one_line_a_row() -> None:
    assert printed("tsv", ({"id": "a\tb\nc\\"},)).splitlines()[1] == "a\\tb\\nc\\\\\t\t\t"


def test_json_keeps_lists_and_open_ends_and_leaves_out_the_rest() -> None:
    rows = json.loads(printed("json"))
    assert rows[0] == {"id": "a", "senders": ["Г. В. Чичерин", "J. | K."], "words": 12, "latest": None, "path": "a.txt"}
    assert "words" not in rows[1]
    assert [json.loads(line) for line in printed("jsonl").splitlines()] == rows
    assert json.loads(printed("json", ())) == []


def test_ids_and_paths() -> None:
    assert printed("ids") == "a\nb\n"
    assert printed("ids", ROWS, key="senders") == "Г. В. Чичерин; J. | K.\n\n"
    assert printed("ids", ({"id": "a"}, {"id": None}, {"id": "c"})) == "a\nc\n"
    assert printed("ids", ()) == ""
    with pytest.raises(UsageError, match="no code in this table"):
        printed("ids", ROWS, key="code")
    assert printed("paths") == "a.txt\nsub/b.txt\n"


def test_pipes_do_not_break_a_markdown_table() -> None:
    line = printed("github").splitlines()[2]
    assert line.replace("\\|", "").count("|") == len(COLUMNS) + 1


def test_html_is_escaped() -> None:
    class Tags(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.seen: set[str] = set()

        def handle_starttag(self, tag: str, attrs: object) -> None:
            del attrs
            self.seen.add(tag)

    parser = Tags()
    parser.feed(printed("html", ({"id": "<script>x</script>"},)))
    assert "script" not in parser.seen
