"""What every format of ``list`` prints is read by a real parser of it; the values hold every metacharacter there is."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from corpuscli.exports import table_writer
from corpuscli.exports.tables.tabulated import NAMES
from corpuscli.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = (
    "a|b", "a || b", "\\|", "\\", "a\\", "`code`", "*a* **b** _c_ __d__", "~~a~~", "<b>x</b>", "&amp; &#124; &",
    "[a](b)",
    "![a](b)", "<https://a.b>", "{{x}}", "{%x%}", "[[x]]", "$x^2$", "#a_b^c~d%e", "\"a\" 'b'", "'''b'''", "a;b,c",
    "=1+1",
    "+1", "-1", "@a", "'=1", "---", ": :", "- a", "1. a", "# a", "no", "017", "1921-03-10", "12:30", "null", "~", "?x",
    "Чичерин «мир»", "中文", "😀", "a b", "été", "\\textbf{x}", "\\input{/etc/passwd}", "}", "{", "%", "&c.",
    "http://a.b/?c=d&e",
    "www.example.org", "a--b", "...", "(c)", "a@b.org",
)  # fmt: skip
MARKS = st.text(st.sampled_from("|\\`*_{}[]()<>#+-.!~$^&%\"';:,=@ aЧ1"), min_size=1, max_size=12)
VALUE = (st.sampled_from(HOSTILE) | MARKS).map(str.strip).filter(bool)
ROWS = st.lists(st.tuples(VALUE, VALUE), min_size=1, max_size=5)
COLUMNS = ("id", "title")


def printed(name: str, rows: list[tuple[str, str]], *, raw: bool = True) -> str:
    out = io.StringIO()
    table_writer(name)(Table(COLUMNS, [dict(zip(COLUMNS, row, strict=True)) for row in rows], raw=raw), out)
    return out.getvalue()


def pairs(rows: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(row["id"], row["title"]) for row in rows]


_BACK = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\"}
MACHINES: dict[str, Callable[[str], list[tuple[str, str]]]] = {
    "csv": lambda text: pairs(list(csv.DictReader(io.StringIO(text)))),
    "tsv": lambda text: [
        (cells[0], cells[1])
        for line in text.splitlines()[1:]
        if (cells := [re.sub(r"\\[tnr\\]", lambda found: _BACK[found[0]], cell) for cell in line.split("\t")])
    ],
    "json": lambda text: pairs(json.loads(text)),
    "jsonl": lambda text: pairs([json.loads(line) for line in text.splitlines()]),
    "yaml": lambda text: pairs(yaml.safe_load(text)),
    "html": lambda text: [
        (cells[0], cells[1])
        for row in html.fromstring(text).iter("tr")
        if (cells := [str(cell.text_content()) for cell in row.iter("td")])
    ],
}


@pytest.mark.parametrize("name", MACHINES)
def test_every_hostile_value_is_read_back(name: str) -> None:
    rows = [(value, value[::-1].strip() or "x") for value in HOSTILE]
    assert MACHINES[name](printed(name, rows)) == rows


@given(st.sampled_from(sorted(MACHINES)), ROWS)
def test_what_programs_read_comes_back(name: str, rows: list[tuple[str, str]]) -> None:
    assert MACHINES[name](printed(name, rows)) == rows


def cells_of_markdown(text: str) -> list[tuple[str, str]]:
    """Render as GitHub does, and read the words of the cells; nothing but a table may be there."""
    page = html.fromstring(f"<main>{MarkdownIt('gfm-like', {'linkify': False}).render(text)}</main>")
    assert [child.tag for child in page] == ["table"]
    body = page.find("table/tbody")
    assert body is not None
    assert {element.tag for element in body.iter()} == {"tbody", "tr", "td"}
    cells = [[str(cell.text_content()) for cell in row.iter("td")] for row in body.iter("tr")]
    return [(row[0], row[1]) for row in cells]


@given(st.sampled_from(["github", "pipe"]), ROWS)
def test_a_renderer_of_markdown_shows_the_values(name: str, rows: list[tuple[str, str]]) -> None:
    assert cells_of_markdown(printed(name, rows)) == rows


def test_a_renderer_of_markdown_shows_every_hostile_value() -> None:
    rows = [(value, value[::-1].strip() or "x") for value in HOSTILE]
    assert cells_of_markdown(printed("github", rows)) == rows


@pytest.mark.parametrize("name", ["csv", "json", "jsonl", "tsv", "yaml"])
def test_tabs_and_ends_of_lines_are_read_back(name: str) -> None:
    rows = [("a\tb", "c\nd"), ("e\r\nf", "\\t\\n")]
    assert MACHINES[name](printed(name, rows)) == rows


LATEX = ("latex", "latex_booktabs", "latex_longtable")
_ESCAPE = re.compile(
    r"\\([&%$#_{}])|\\(textbackslash|textasciitilde|textbar|\^)\{\}|\\(symbol)\{34\}|\\ensuremath\{([<>])\}|\{()\}"
)
_MEANT = {"textbackslash": "\\", "textasciitilde": "~", "^": "^", "textbar": "|", "symbol": '"'}


def meant(found: re.Match[str]) -> str:
    command = found[2] or found[3]
    return _MEANT[command] if command else found[1] or found[4] or ""


def plain_latex(text: str) -> str:
    """Read a cell of LaTeX: what remains must hold nothing that LaTeX would act upon."""
    bare = _ESCAPE.sub("", text)
    assert not set('\\{}$&#^_~%|"') & set(bare), text
    assert not re.search("--|``|''|,,|[?!]`|^[*\\[]", text), text
    return _ESCAPE.sub(meant, text)


@given(st.sampled_from(LATEX), ROWS)
def test_latex_is_escaped(name: str, rows: list[tuple[str, str]]) -> None:
    lines = [line for line in printed(name, rows).splitlines() if line.endswith("\\\\")]
    cells = [re.split(r"(?<!\\)&", line.removesuffix("\\\\")) for line in lines[1:]]
    assert [tuple(plain_latex(cell.strip()) for cell in row) for row in cells] == rows


@given(st.sampled_from(NAMES), ROWS)
def test_every_value_stays_in_its_row(name: str, rows: list[tuple[str, str]]) -> None:
    empty = printed(name, [("x", "y")] * len(rows))
    assert printed(name, rows).count("\n") == empty.count("\n")
