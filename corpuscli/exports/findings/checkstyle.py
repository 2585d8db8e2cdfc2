"""Checkstyle's XML, which many viewers of build reports read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TextIO
from xml.sax.saxutils import quoteattr

from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from corpuscli.exports.paint import Paint
    from corpuscli.model.finding import Finding, Findings

_SEVERITIES = {"error": "error", "warning": "warning", "hint": "info"}


def write(findings: Findings, out: TextIO, paint: Paint) -> None:  # noqa: ARG001 - programs read no paint
    """Write one ``file`` for each letter with findings."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')
    for path, found in groupby(findings.findings, lambda one: one.where.path):
        out.writelines((f"<file name={quoteattr(visible(path))}>\n", *map(_error, found), "</file>\n"))
    out.write("</checkstyle>\n")


def _error(one: Finding) -> str:
    return (
        f'<error line="{one.where.line}" column="{one.where.column}" severity="{_SEVERITIES[one.severity]}" '
        f"message={quoteattr(visible(one.message))} source={quoteattr(f'corpuscli.{one.code}.{one.name}')}/>\n"
    )
