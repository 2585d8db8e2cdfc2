"""One line per finding: ``path:line:column: CODE name: message``."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from corpuscli.exports.paint import Paint
    from corpuscli.model.finding import Finding, Findings


def write(findings: Findings, out: TextIO, paint: Paint) -> None:
    """Write the lines."""
    out.writelines(f"{head(one, paint)}\n" for one in findings.findings)


def head(one: Finding, paint: Paint) -> str:
    """Return a finding's line, painted."""
    where = one.where
    place = paint(f"{visible(where.path)}:{where.line}:{where.column}:", "bold")
    return f"{place} {paint(one.code, one.severity)} {one.name}: {visible(one.message)}"
