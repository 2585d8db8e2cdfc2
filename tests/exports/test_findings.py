"""Findings in every format: valid against their schemas, and escaped."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml
from lxml import etree

from corpuscli.exports import formats, load
from corpuscli.exports.findings.github import summary
from tests.linting.samples import ALL, NONE

if TYPE_CHECKING:
    from corpuscli.model.finding import Findings

SHARED = Path(__file__).parents[2] / ".." / "shared" / "schemas"
ROOT = Path(__file__).parents[2]
needs_schemas = pytest.mark.skipif(not SHARED.exists(), reason="../shared/schemas is not there")


def plain(words: str, style: str) -> str:
    assert style
    return words


def written(name: str, findings: Findings = ALL) -> str:
    out = io.StringIO()
    load("findings", name).write(findings, out, plain)
    return out.getvalue()


def test_all_formats_are_there() -> None:
    wanted = {"full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "checkstyle"}
    assert wanted == set(formats("findings"))


@pytest.mark.parametrize("name", formats("findings"))
def test_nothing_that_steers_a_terminal_or_a_parser_comes_through(name: str) -> None:
    text = written(name)
    if name not in ("json", "jsonl", "sarif", "gitlab"):
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert written(name, NONE) is not None


def test_json_and_jsonl_have_the_shape_of_the_contract() -> None:
    rows = json.loads(written("json"))
    assert rows == [json.loads(line) for line in written("jsonl").splitlines()]
    assert rows[0] == {
        "code": "M107",
        "name": "spaced-marker",
        "severity": "warning",
        "message": "a blank before the marker [^1]",
        "path": "letters/1921.txt",
        "line": 8,
        "column": 15,
        "end_line": 8,
        "end_column": 16,
        "fixable": "safe",
        "fingerprint": "0123456789abcdef",
        "related": [{"path": "letters/1922.txt", "line": 1, "column": 2, "end_line": 3, "end_column": 4}],
    }
    assert json.loads(written("json", NONE)) == []


def test_github_escapes_paths_and_messages() -> None:
    lines = written("github").splitlines()
    assert lines[0] == (
        "::warning file=letters/1921.txt,line=8,endLine=8,col=15,endColumn=16,title=M107 spaced-marker"
        "::a blank before the marker [^1]"
    )
    assert lines[2] == (
        "::error file=/srv/a b%2Cc%3Ad%25%0A|<x>.txt,line=4,endLine=5,title=K101 unknown-key"
        "::100%25: a, b\\nc | <b> & \\x1b[31m ::error:: \\u202e`x`"
    )
    assert lines[3].startswith("::notice ")
    assert lines[4] == "::notice title=corpuscli lint::1 error, 2 warnings, 1 hint in 3 letters"


def test_a_job_summary_is_a_table_without_markup_from_data() -> None:
    text = summary(ALL)
    assert "\\<b\\>" in text
    assert text.endswith("stands twice |\n")
    many = type(ALL)(ALL.findings * 20, 3)
    assert summary(many).endswith("and 30 more\n")
    assert "nothing found in 1 letter" in summary(NONE)


def test_full_shows_line_carets_related_and_fix() -> None:
    assert written("full").split("\n\n")[0].splitlines() == [
        "letters/1921.txt:8:15: M107 spaced-marker: a blank before the marker [^1]",
        " 8 | The delegation [^1] has come.",
        "   |               ^",
        "   = also letters/1922.txt:1:2",
        "   = --fix mends it",
    ]


def test_gitlab_has_a_fingerprint_for_each_and_what_gitlab_wants() -> None:
    issues = json.loads(written("gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] > 0


@needs_schemas
@pytest.mark.parametrize("findings", [ALL, NONE])
def test_sarif_is_valid(findings: Findings) -> None:
    schema = json.loads((SHARED / "sarif/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(written("sarif", findings))
    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(log)] == []


def test_sarif_says_places_fixes_and_fingerprints() -> None:
    results = json.loads(written("sarif"))["runs"][0]["results"]
    first, hostile = results[0], results[2]
    assert first["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": {"charOffset": 120, "charLength": 1}, "insertedContent": {"text": ""}}
    ]
    assert first["partialFingerprints"] == {"corpuscli/v1": "0123456789abcdef"}
    assert first["ruleIndex"] == 1
    uri = hostile["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "file:///srv/a%20b%2Cc%3Ad%25%0A%7C%3Cx%3E.txt"
    assert "fixes" not in hostile


@needs_schemas
@pytest.mark.parametrize("findings", [ALL, NONE])
def test_junit_is_valid(findings: Findings) -> None:
    schema = etree.XMLSchema(etree.parse(str(SHARED / "other/JUnit.xsd")))
    schema.assertValid(etree.fromstring(written("junit", findings).encode()))


def test_checkstyle_is_well_formed_and_grouped_by_file() -> None:
    root = etree.fromstring(written("checkstyle").encode())
    assert [len(file) for file in root] == [2, 1, 1]
    assert root[1][0].get("severity") == "error"


@needs_schemas
@pytest.mark.parametrize(
    ("file", "schema"), [(".pre-commit-hooks.yaml", "pre-commit-hooks.json"), ("action.yml", "github-action.json")]
)
def test_files_that_others_read_are_valid(file: str, schema: str) -> None:
    rules = json.loads((SHARED / "schemastore" / schema).read_text(encoding="utf-8"))
    said = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))
    assert [error.message for error in jsonschema.Draft7Validator(rules).iter_errors(said)] == []
