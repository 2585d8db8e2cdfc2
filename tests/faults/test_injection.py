"""What stands in letters never steers what reads the answers: terminals, spreadsheets, browsers, XML readers, CI."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.faults.bad_words import INJECTION
from tests.faults.running import run

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("--columns", "id,title,senders,place")
OURS = re.compile(r"::(?:error|warning|notice) (?:file=letters/|title=corpuscli lint::)")
MARKUP = re.compile(r"<(?:script|img)", re.IGNORECASE)


@pytest.fixture(autouse=True)
def _corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus whose letters hold every bad value in every place."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("CORPUSCLI_CORPUS", raising=False)
    root = tmp_path / "letters"
    root.mkdir()
    licence = "https://creativecommons.org/licenses/by/4.0/"
    about = f"publisher: a, editor: b, licence: '{licence}', url: 'https://example.org'"
    publication = f"{{{about}, uuid: 7d9a1b2c-0000-4000-8000-000000000000, date: 2020-01-01}}"
    (root / "corpus.yaml").write_text(f"title: x\npublication: {publication}\n")
    for number, value in enumerate(INJECTION.values()):
        quoted = json.dumps(value.decode())
        keys = "".join(f"{key}: {quoted}\n" for key in ("title", "place", "url", "x-y", "form"))
        lists = "".join(f"{key}: [{quoted}]\n" for key in ("senders", "recipients", "source", "tags", "lint_ignore"))
        text = f"---\nid: i{number}\ndate: 1921\n{keys}{lists}---\n{value.decode()}[^1]\n\n[^1]: {value.decode()}\n"
        (root / f"i{number}.txt").write_text(text, newline="")


def answered(*arguments: str) -> str:
    ran = run(*arguments)
    assert ran.is_sound(), ran.err
    return ran.out


def from_xml(text: str) -> set[str]:
    """The names of all elements, in any namespace."""
    root = etree.fromstring(text.encode())
    return {element.tag.rpartition("}")[2] for element in root.iter() if isinstance(element.tag, str)}


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_cell_is_a_formula(form: str) -> None:
    for words in (("list", *COLUMNS, "--format", form), ("export", "--format", "csv")):
        mark = "\t" if form == "tsv" and words[0] == "list" else ","
        rows = list(csv.reader(io.StringIO(answered(*words), newline=""), delimiter=mark))
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]


@pytest.mark.parametrize("words", [("list", *COLUMNS), ("lint", "--hints")], ids=["list", "lint"])
def test_json_holds_every_value_as_it_is(words: tuple[str, ...]) -> None:
    found = json.loads(answered(*words, "--format", "json"))
    assert found
    lines = answered(*words, "--format", "jsonl").split("\n")
    assert [json.loads(line) for line in lines[:-1]] == found
    if words[0] == "list":
        assert {row["title"] for row in found} == {value.decode() for value in INJECTION.values()}


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_reports_for_machines_are_json(name: str) -> None:
    assert json.loads(answered("lint", "--hints", "--format", name))


@pytest.mark.parametrize("words", [("lint", "junit"), ("lint", "checkstyle"), ("export", "tei"), ("export", "cmif")])
def test_xml_has_no_elements_of_a_letters_own(words: tuple[str, str]) -> None:
    names = from_xml(answered(words[0], "--format", words[1]))
    assert len(names) > 2
    assert not names & {"script", "img", "x"}


def test_html_runs_nothing() -> None:
    text = answered("list", *COLUMNS, "--format", "html")
    assert text.count("<tr>") == len(INJECTION) + 1
    assert not MARKUP.search(text)
    assert 'href="javascript' not in text


def test_annotations_are_one_a_finding() -> None:
    """A line that is none of ours would be a command to the CI."""
    lines = answered("lint", "--hints", "--format", "github").splitlines()
    assert lines
    assert not [line for line in lines if "::" in line and not OURS.match(line)]


@pytest.mark.parametrize("name", ["simple", "github", "latex", "plain", "ids", "paths", "yaml"])
def test_tables_for_people_have_one_line_a_letter_and_no_control_characters(name: str) -> None:
    text = answered("list", *COLUMNS, "--format", name)
    assert "\t" not in text
    if name in ("github", "plain", "ids", "paths"):
        assert len(text.splitlines()) == len(INJECTION) + {"github": 2, "plain": 1}.get(name, 0)
    if name == "latex":
        assert not re.search(r"(?<!\\)[$#%&](?!.*\\\\$)|\\input", text, re.MULTILINE)
    if name == "github":
        assert not MARKUP.search(text)


def test_a_template_runs_nothing() -> None:
    assert "system" not in answered("list", "--template", "{0.__class__} ${id} %s")
    assert "'" in answered("list", "--template", "$title")


@pytest.mark.parametrize("name", ["ris", "bibtex", "csl"])
def test_reference_managers_get_as_many_references_as_there_are_letters(name: str) -> None:
    text = answered("export", "--format", name)
    if name == "csl":
        assert len(json.loads(text)) == len(INJECTION)
    else:
        begins = {"ris": r"^TY  - ", "bibtex": r"^@\w+\{"}[name]
        assert len(re.findall(begins, text, re.MULTILINE)) == len(INJECTION)
