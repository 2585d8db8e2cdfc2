"""One array of findings, as DESIGN section 4 shapes them."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from corpuscli.exports.paint import Paint
    from corpuscli.model.finding import Finding, Findings, Where


def write(findings: Findings, out: TextIO, paint: Paint) -> None:  # noqa: ARG001 - programs read no paint
    """Write the array, one finding a line."""
    lines = ",\n".join(dumps(shape(one), ensure_ascii=False) for one in findings.findings)
    out.write(f"[\n{lines}\n]\n" if lines else "[]\n")


def shape(one: Finding) -> dict[str, Any]:
    """Return a finding as JSON knows it."""
    return {
        "code": one.code,
        "name": one.name,
        "severity": one.severity,
        "message": one.message,
        **_place(one.where),
        "fixable": one.fixable,
        "fingerprint": one.fingerprint,
        "related": [_place(place) for place in one.related],
    }


def _place(where: Where) -> dict[str, Any]:
    return {
        "path": where.path,
        "line": where.line,
        "column": where.column,
        "end_line": where.end_line,
        "end_column": where.end_column,
    }
