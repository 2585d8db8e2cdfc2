"""For people at the desk: each finding with its line, carets under it, and what else there is to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.findings.concise import head
from corpuscli.exports.fitting import cells
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from corpuscli.exports.paint import Paint
    from corpuscli.model.finding import Excerpt, Finding, Findings

_FIX = {"safe": "--fix mends it", "unsafe": "--fix --unsafe-fixes mends it"}


def write(findings: Findings, out: TextIO, paint: Paint) -> None:
    """Write the findings, a blank line between."""
    out.writelines(
        "\n" * (number > 0) + "\n".join(_lines(one, paint)) + "\n" for number, one in enumerate(findings.findings)
    )


def _lines(one: Finding, paint: Paint) -> list[str]:
    margin = " " * len(str(one.where.line))
    lines = [head(one, paint)]
    if one.excerpt is not None:
        words, blanks, carets = _marked(one.excerpt)
        lines.append(f" {paint(f'{one.where.line} |', 'dim')} {words}")
        lines.append(f" {margin} {paint('|', 'dim')} {blanks}{paint(carets, one.severity)}")
    lines += [
        f" {margin} {paint('=', 'dim')} also {visible(place.path)}:{place.line}:{place.column}" for place in one.related
    ]
    if one.fixable in _FIX:
        lines.append(f" {margin} {paint('=', 'dim')} {paint(_FIX[one.fixable], 'good')}")
    return lines


def _marked(excerpt: Excerpt) -> tuple[str, str, str]:
    """Return the line, and the blanks and carets under it; what is shown as an escape is as wide as its escape."""
    end = excerpt.before + excerpt.length
    before, within = visible(excerpt.words[: excerpt.before]), visible(excerpt.words[excerpt.before : end])
    return before + within + visible(excerpt.words[end:]), " " * cells(before), "^" * max(1, cells(within))
