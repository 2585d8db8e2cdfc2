"""Cuts the lines that findings stand in to a terminal's width; what is accused stays in sight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.exports.fitting import cells
from corpuscli.model.finding import Excerpt
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from corpuscli.model.finding import Findings

MARGIN = 4
"""Cells that ``full`` writes beside the line's number: `` 12 | ``."""
LEAST = 12


def narrow(found: Findings, width: int) -> Findings:
    """Return findings whose excerpts fit into lines of ``width`` cells; 0 leaves them as they are."""
    if not width:
        return found
    findings = tuple(
        replace(one, excerpt=cut_excerpt(one.excerpt, max(LEAST, width - MARGIN - len(str(one.where.line)))))
        if one.excerpt is not None
        else one
        for one in found.findings
    )
    return replace(found, findings=findings)


def cut_excerpt(excerpt: Excerpt, room: int) -> Excerpt:
    """Cut a line around its finding, with an ellipsis where something is left out.

    Args:
        excerpt: The line.
        room: The cells it may take; what is shown as an escape is as wide as its escape.

    >>> cut_excerpt(Excerpt("The Turkish delegation [^1] has come.", 23, 4), 16)
    Excerpt(words='…tion [^1] has …', before=6, length=4)
    """
    wide = [cells(visible(one)) for one in excerpt.words]
    if sum(wide) <= room:
        return excerpt
    start = end = excerpt.before
    left, room = True, room - 2
    last = excerpt.before + excerpt.length
    while end < min(last, len(wide)) and wide[end] <= room:
        room, end = room - wide[end], end + 1
    while end >= last and room > 0 and (start > 0 or end < len(wide)):
        left = start > 0 and (left or end == len(wide))
        room -= wide[start - 1] if left else wide[end]
        start, end = (start - 1, end) if left else (start, end + 1)
        left = not left
    if room < 0:
        start, end = (start, end - 1) if left else (start + 1, end)
    head, tail = "…" * (start > 0), "…" * (end < len(wide))
    words = f"{head}{excerpt.words[start:end]}{tail}"
    return Excerpt(words, excerpt.before - start + len(head), max(1, min(last, end) - excerpt.before))
