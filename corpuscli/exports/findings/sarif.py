"""SARIF 2.1.0 (OASIS, 2023), for code scanning: results with fingerprints, related places and fixes.

Columns and offsets are counted in code points (``columnKind``). Only safe fixes are offered to be applied by one click.
"""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from corpuscli import __version__

if TYPE_CHECKING:
    from corpuscli.exports.paint import Paint
    from corpuscli.model.finding import Finding, Findings, Where

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}


def write(findings: Findings, out: TextIO, paint: Paint) -> None:  # noqa: ARG001 - programs read no paint
    """Write one log with one run."""
    index = {code: number for number, (code, _, _) in enumerate(findings.rules)}
    driver = {
        "name": "corpuscli",
        "version": __version__,
        "rules": [
            {"id": code, "name": name, "shortDescription": {"text": summary}} for code, name, summary in findings.rules
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, index) for one in findings.findings],
    }
    out.write(dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n")


def _result(one: Finding, index: dict[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": index.get(one.code, -1),
        "level": _LEVELS[one.severity],
        "message": {"text": one.message},
        "locations": [_location(one.where)],
        "partialFingerprints": {"corpuscli/v1": one.fingerprint},
    }
    if one.related:
        found["relatedLocations"] = [{"id": number, **_location(place)} for number, place in enumerate(one.related)]
    if one.fixable == "safe":
        found["fixes"] = [_fix(one)]
    return found


def _location(where: Where) -> dict[str, Any]:
    region = {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(where.path)}, "region": region}}


def _fix(one: Finding) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.span.start, "charLength": len(edit.span)},
            "insertedContent": {"text": edit.replacement},
        }
        for edit in one.edits
    ]
    change = {"artifactLocation": {"uri": uri(one.where.path)}, "replacements": replacements}
    return {"description": {"text": "Mend it"}, "artifactChanges": [change]}


def uri(path: str) -> str:
    """Return a path as a URI reference: relative as it is, absolute with the scheme ``file``."""
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)
