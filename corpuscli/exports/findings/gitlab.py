"""GitLab's code quality report: the array of issues that ``artifacts: reports: codequality`` takes."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from json import dumps
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from corpuscli.exports.paint import Paint
    from corpuscli.model.finding import Finding, Findings

_SEVERITIES = {"error": "critical", "warning": "major", "hint": "info"}


def write(findings: Findings, out: TextIO, paint: Paint) -> None:  # noqa: ARG001 - programs read no paint
    """Write the array; GitLab wants a fingerprint of its own for each issue, so that the same one twice is two."""
    seen: Counter[str] = Counter()
    issues: list[dict[str, Any]] = []
    for one in findings.findings:
        issues.append(_issue(one, seen[one.fingerprint]))
        seen[one.fingerprint] += 1
    out.write(dumps(issues, ensure_ascii=False, indent=1) + "\n")


def _issue(one: Finding, copies: int) -> dict[str, Any]:
    mark = blake2b(f"{one.fingerprint}\0{copies}".encode(), digest_size=16).hexdigest()
    where = one.where
    return {
        "type": "issue",
        "description": f"{one.message} ({one.name})",
        "check_name": one.code,
        "categories": ["Style"],
        "severity": _SEVERITIES[one.severity],
        "fingerprint": mark,
        "location": {"path": where.path, "lines": {"begin": where.line, "end": where.end_line}},
    }
