"""Repeats for people at the desk: size, places, and the words themselves, with what differs."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

from corpuscli.text.visible import visible
from corpuscli.text.worddiff import differences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.exports.paint import Paint
    from corpuscli.model.repeat import Repeat

_WIDTH = 96
_LINES = 3
"""How many lines of a passage are shown."""
_SAME = 100
_AROUND = 8
"""Words that are shown before and behind a difference."""
_PLACES = 12
"""How many places are listed."""


def write(repeats: Iterable[Repeat], out: TextIO, paint: Paint) -> None:
    """Write each repeat: a head, its places, the beginning of its words; a blank line between."""
    for number, repeat in enumerate(repeats):
        blank = [""] if number else []
        out.writelines(f"{line}\n" for line in blank + _lines(repeat, paint))


def _lines(repeat: Repeat, paint: Paint) -> list[str]:
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
        return [*lines, *_compared(repeat, paint)]
    words = wrap(visible(" ".join(repeat.said[0].split())), _WIDTH)
    shown = words[:_LINES]
    if len(words) > _LINES:
        shown[-1] = f"{shown[-1][: _WIDTH - 2]} …"
    return [*lines, *(f"    {paint('│', 'dim')} {line}" for line in shown)]


def _compared(repeat: Repeat, paint: Paint) -> list[str]:
    """Show what the copy that differs most in length from the first says otherwise, word by word."""
    first = repeat.said[0]
    other = max(repeat.said[1:], key=lambda said: (said.split() != first.split(), abs(len(said) - len(first))))
    pieces: list[tuple[str, str]] = []
    for kind, words in differences(first, other):
        said = visible(words).split()
        if kind == "same" and len(said) > 2 * _AROUND:
            said = [*said[:_AROUND], "…", *said[-_AROUND:]]
        mark = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}[kind]
        pieces += [(word, kind) for word in mark.format(" ".join(said)).split()]
    rows: list[str] = []
    row: list[str] = []
    width = 0
    for word, kind in pieces:
        if width + len(word) > _WIDTH and row:
            rows.append(" ".join(row))
            row, width = [], 0
        row.append(word if kind == "same" else paint(word, kind))
        width += len(word) + 1
    return [f"    {paint('│', 'dim')} {line}" for line in (*rows, " ".join(row))]
