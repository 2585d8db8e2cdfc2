"""Annotations of GitHub Actions: workflow commands, one a line.

Escapes as in the toolkit of GitHub Actions (packages/core/src/command.ts): ``%``, CR and LF everywhere, ``:`` and ``,``
in properties too. GitHub counts columns in UTF-16 units from 1 and ignores them where a finding spans lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from corpuscli.exports.paint import Paint
    from corpuscli.model.finding import Finding, Findings

MOST = 50
"""Rows of the table in a job's summary."""

_COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}


def write(findings: Findings, out: TextIO, paint: Paint) -> None:  # noqa: ARG001 - GitHub paints by itself
    """Write one command per finding, and one with the totals."""
    out.writelines(annotation(one) for one in findings.findings)
    out.write(f"::notice title=corpuscli lint::{_escaped(str(findings))}\n")


def annotation(one: Finding) -> str:
    """Return a finding's command, with its line end."""
    properties = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in _properties(one).items())
    return f"::{_COMMANDS[one.severity]} {properties}::{_escaped(visible(one.message))}\n"


def _properties(one: Finding) -> dict[str, str]:
    where = one.where
    place = {"file": where.path, "line": str(where.line), "endLine": str(where.end_line)}
    if where.line == where.end_line:
        place |= {"col": str(where.column), "endColumn": str(where.end_column)}
    return place | {"title": f"{one.code} {one.name}"}


def _escaped(text: str, more: str = "") -> str:
    """Write ``%``, CR, LF and the code points of ``more`` as percent escapes."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def summary(findings: Findings) -> str:
    """Return a job's summary in Markdown: the totals, and the first findings as a table."""
    lines = [f"### corpuscli lint: {findings}", ""]
    if findings.findings:
        lines += ["| place | rule | what |", "|---|---|---|"]
        lines += [_row(one) for one in findings.findings[:MOST]]
        more = len(findings.findings) - MOST
        lines += ["", f"and {more} more"] if more > 0 else []
    return "\n".join(lines) + "\n"


def _row(one: Finding) -> str:
    place = f"{visible(one.where.path)}:{one.where.line}:{one.where.column}"
    return f"| {_markdown(place)} | {one.code} {one.name} | {_markdown(visible(one.message))} |"


def _markdown(words: str) -> str:
    """Escape what Markdown or HTML would read; a cell has no line ends."""
    return re.sub(r"([\\`*_\[\]|~<>&#@!])", r"\\\1", words.replace("\n", " "))
