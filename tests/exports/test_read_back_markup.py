"""Tables for programs that typeset: read back by docutils, Textile and Pandoc, and compiled by LaTeX if there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Any

import pypandoc
import pytest
import textile
from docutils import core, nodes
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exports.test_read_back import HOSTILE, LATEX, ROWS, VALUE, printed

if TYPE_CHECKING:
    from pathlib import Path

MORE = (
    ("G. V. Chicherin", "a::"), (": a: b", ".. image:: x"), ("iv) a", "(1) b"), ("a ''b'' ``c``", "?`x !`y ,,z"),
    ("*a", "- b- c"), ("-a", "/V"), ("a_", "|x|_"), ("[1]_", "\\\\\\\\"),
    ("a|b", "|"), ("|", ";"),
)  # fmt: skip
EVERY = [*((value, value[::-1].strip() or "x") for value in HOSTILE), *MORE]


def cells_of_rst(text: str) -> list[tuple[str, str]]:
    page: Any = core.publish_doctree(text, settings_overrides={"report_level": 5, "file_insertion_enabled": False})
    assert {type(node).__name__ for node in page.findall(nodes.Element)} <= {
        "document", "table", "tgroup", "colspec", "thead", "tbody", "row", "entry", "paragraph", "reference",
    }  # fmt: skip
    rows = [[str(cell.astext()) for cell in row.findall(nodes.entry)] for row in page.findall(nodes.row)]
    return [(row[0], row[1]) for row in rows[1:]]


def cells_of_textile(text: str) -> list[tuple[str, str]]:
    page = str(textile.textile(text))
    assert set(re.findall(r"<(\w+)", page)) <= {"table", "tr", "th", "td"}
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in re.findall(r"<tr.*?</tr>", page, re.DOTALL)]
    return [(unescape(row[0]).strip(), unescape(row[1]).strip()) for row in rows if row]


def words_of(inlines: list[dict[str, Any]]) -> str:
    """Read a cell of Pandoc's: words, and links that show where they lead; nothing else may be there."""
    said = ""
    for one in inlines:
        match one["t"], one.get("c"):
            case "Str", text:
                said += text
            case "Space", _:
                said += " "
            case "Link", [_, shown, [to, _]]:
                assert to.endswith(words_of(shown)), one
                said += words_of(shown)
            case "Quoted", [{"t": kind}, quoted]:
                mark = {"SingleQuote": "'", "DoubleQuote": '"'}[kind]
                said += mark + words_of(quoted) + mark
            case _:
                raise AssertionError(one)
    return said


def cells_by_pandoc(name: str, text: str) -> list[tuple[str, str]]:
    command = (pypandoc.get_pandoc_path(), "-f", name, "-t", "json")
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True)
    [table] = json.loads(done.stdout)["blocks"]
    assert table["t"] == "Table"
    _, _, _, head, bodies, foot = table["c"]
    rows = [*head[1], *(row for body in bodies for row in body[2] + body[3]), *foot[1]]
    cells = [[words_of(block["c"]) for *_, blocks in row[1] for block in blocks] for row in rows]
    return [(row[0], row[1]) for row in cells[1:]]


ORG = {"vert": "|", "ast": "*", "slash": "/", "under": "_", "equal": "=", "tilde": "~", "plus": "+", "asciicirc": "^",
       "dollar": "$", "lt": "<", "zwnj": ""}  # fmt: skip


def cells_of_org(text: str) -> list[tuple[str, str]]:
    """Read a table as org-entities.el says; Pandoc does not come back from a backslash that stands alone."""
    rows = [line.strip("|").split("|") for line in text.splitlines()[2:]]
    assert not re.search(r"[_^$<]|(?<![\w:/{}])[*=~+]|\[\[|\{\{|\\[A-Za-z]+(?![A-Za-z{])", text.split("\n", 2)[2])
    shown = [[re.sub(r"\\(\w+)\{\}", lambda found: ORG[found[1]], cell).strip() for cell in row] for row in rows]
    return [(row[0], row[1]) for row in shown]


READERS = {
    "rst": cells_of_rst, "textile": cells_of_textile, "orgtbl": cells_of_org,
    **{name: partial(cells_by_pandoc, name) for name in ("asciidoc", "jira", "mediawiki")},
}  # fmt: skip


@pytest.mark.parametrize("name", READERS)
def test_every_hostile_value_is_shown(name: str) -> None:
    assert READERS[name](printed(name, EVERY)) == EVERY


@settings(deadline=None)
@given(ROWS)
def test_docutils_shows_the_values(rows: list[tuple[str, str]]) -> None:
    assert cells_of_rst(printed("rst", rows)) == rows


@settings(deadline=None)
@given(ROWS)
def test_textile_shows_the_values(rows: list[tuple[str, str]]) -> None:
    assert cells_of_textile(printed("textile", rows)) == rows


@settings(deadline=None, max_examples=15)
@given(st.sampled_from(("asciidoc", "jira", "mediawiki")), st.lists(st.tuples(VALUE, VALUE), min_size=30, max_size=60))
def test_pandoc_shows_the_values(name: str, rows: list[tuple[str, str]]) -> None:
    assert READERS[name](printed(name, rows)) == [
        (" ".join(one.split()), " ".join(other.split())) for one, other in rows
    ]


@given(ROWS)
def test_org_shows_the_values(rows: list[tuple[str, str]]) -> None:
    assert cells_of_org(printed("orgtbl", rows)) == rows


@pytest.mark.skipif(not shutil.which("pdflatex"), reason="no LaTeX")
@pytest.mark.parametrize("name", LATEX)
def test_latex_compiles(name: str, tmp_path: Path) -> None:
    latin = [row for row in EVERY if "".join(row).isascii()]
    rules = r"\let\toprule\hline\let\midrule\hline\let\bottomrule\hline"
    head = rf"\documentclass{{article}}\usepackage[T1]{{fontenc}}\usepackage{{longtable}}{rules}\begin{{document}}"
    (tmp_path / "table.tex").write_text(f"{head}\n{printed(name, latin)}\n\\end{{document}}\n", encoding="utf-8")
    command = ("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "table.tex")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, errors="replace", check=False)
    assert done.returncode == 0, json.dumps([line for line in done.stdout.splitlines() if line.startswith("!")])
