"""Repeats for people at the desk: size, places, and the words themselves, with what differs."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.repeats._compared import inline, side_by_side
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.exports.paint import Paint
    from corpuscli.model.repeat import Repeat

_WIDTH = 96
_LINES = 3
"""How many lines of a passage are shown."""
_SAME = 100
WIDE = 120
"""Cells of a terminal from which copies that differ stand side by side."""
_PLACES = 12
"""How many places are listed."""


def write(repeats: Iterable[Repeat], out: TextIO, paint: Paint, width: int = 0) -> None:
    """Write each repeat: a head, its places, the beginning of its words; a blank line between.

    Args:
        repeats: The repeats.
        out: Where to.
        paint: Colours.
        width: Cells of the terminal; 0 where there is none.
    """
    for number, repeat in enumerate(repeats):
        blank = [""] if number else []
        out.writelines(f"{line}\n" for line in blank + _lines(repeat, paint, width))


def _lines(repeat: Repeat, paint: Paint, width: int) -> list[str]:
    size = f"{repeat.words} words stand {len(repeat.copies)} times"
    about = f"({repeat.kind}, {repeat.similarity} % alike, {repeat.id})"
    lines = [f"{paint(size, 'bold')} {paint(about, 'dim')}"]
    for number, copy in enumerate(repeat.copies[:_PLACES]):
        mark, style = ("    ", "dim")
        if repeat.kind == "within":
            mark, style = ("    ", "removed") if number else ("keep", "good")
        elif copy.letter == repeat.fuller:
            mark, style = "full", "good"
        place = visible(f"{copy.path}:{copy.line}:{copy.column}")
        lines.append(f"  {paint(mark, style)} {place}  {copy.part}, {copy.end - copy.start} characters")
    if len(repeat.copies) > _PLACES:
        lines.append(f"       and {len(repeat.copies) - _PLACES} more")
    if repeat.similarity < _SAME and repeat.kind != "boilerplate":
        return [*lines, *_compared(repeat, paint, width)]
    words = wrap(visible(" ".join(repeat.said[0].split())), _WIDTH)
    shown = words[:_LINES]
    if len(words) > _LINES:
        shown[-1] = f"{shown[-1][: _WIDTH - 2]} …"
    return [*lines, *(f"    {paint('│', 'dim')} {line}" for line in shown)]


def _compared(repeat: Repeat, paint: Paint, width: int) -> list[str]:
    """Show what the copy that differs most in length from the first says otherwise, word by word."""
    first = repeat.said[0]
    other = max(repeat.said[1:], key=lambda said: (said.split() != first.split(), abs(len(said) - len(first))))
    if width >= WIDE:
        return [f"    {line}" for line in side_by_side(first, other, width - 4, paint)]
    return [f"    {paint('│', 'dim')} {line}" for line in inline(first, other, _WIDTH, paint)]
