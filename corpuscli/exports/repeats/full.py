"""Repeats for people at the desk: size, places, and the words themselves."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.exports.paint import Paint
    from corpuscli.model.repeat import Repeat

_WIDTH = 96
_LINES = 3
"""How many lines of a passage are shown."""


def write(repeats: Sequence[Repeat], out: TextIO, paint: Paint) -> None:
    """Write each repeat: a head, its places, the beginning of its words; a blank line between."""
    out.write("\n".join("\n".join(_lines(repeat, paint)) + "\n" for repeat in repeats))


def _lines(repeat: Repeat, paint: Paint) -> list[str]:
    first, *later = repeat.copies
    size = f"{repeat.words} words stand {len(repeat.copies)} times"
    lines = [f"{paint(size, 'bold')} {paint(f'({repeat.kind}, {repeat.similarity} % alike, {repeat.id})', 'dim')}"]
    for mark, style, copy in (("keep", "good", first), *(("    ", "removed", copy) for copy in later)):
        place = visible(f"{copy.path}:{copy.line}:{copy.column}")
        lines.append(f"  {paint(mark, style)} {place}  {copy.part}, {copy.end - copy.start} characters")
    words = wrap(visible(" ".join(repeat.excerpt.split())), _WIDTH)
    shown = words[:_LINES]
    if len(words) > _LINES:
        shown[-1] = f"{shown[-1][: _WIDTH - 2]} …"
    return [*lines, *(f"    {paint('│', 'dim')} {line}" for line in shown)]
