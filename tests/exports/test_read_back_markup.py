"""Tables for programs that typeset: read back by docutils and Textile, and compiled by LaTeX where it is there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
import textile
from docutils import core, nodes
from hypothesis import given, settings

from tests.exports.test_read_back import HOSTILE, LATEX, ROWS, printed

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


READERS = {"rst": cells_of_rst, "textile": cells_of_textile}


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
