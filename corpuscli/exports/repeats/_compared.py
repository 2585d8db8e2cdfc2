"""Two copies of a passage, what differs marked word by word: one under the other, or side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.text.visible import visible
from corpuscli.text.worddiff import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.exports.paint import Paint

_AROUND = 8
"""Words that are shown before and behind a difference."""
_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
_GUTTER = 3
"""Cells between two columns."""


def inline(one: str, other: str, width: int, paint: Paint) -> list[str]:
    """Return lines of the other copy with what became of the one."""
    rows: list[str] = []
    row: list[str] = []
    used = 0
    for kind, words in _pieces(one, other):
        for word in _MARKS[kind].format(" ".join(words)).split():
            if used + len(word) > width and row:
                rows.append(" ".join(row))
                row, used = [], 0
            row.append(word if kind == "same" else paint(word, kind))
            used += len(word) + 1
    return [*rows, " ".join(row)]


def side_by_side(one: str, other: str, width: int, paint: Paint) -> list[str]:
    """Return lines with the one copy on the left and the other on the right, same words beside one another.

    >>> side_by_side("He said no.", "He said yes, now.", 40, lambda words, _: words)
    ['He said [-no.-]      │ He said {+yes,+}', '                     │ {+now.+}']
    """
    room = max((width - _GUTTER) // 2, 1)
    rows: list[str] = []
    left, right = _Cell(room), _Cell(room)
    for kind, words in _pieces(one, other):
        for word in words:
            said = _MARKS[kind].format(word)
            if (kind != "added" and left.is_full(said)) or (kind != "removed" and right.is_full(said)):
                rows.append(_row(left, right, paint))
                left, right = _Cell(room), _Cell(room)
            if kind != "added":
                left.add(said, kind, paint)
            if kind != "removed":
                right.add(said, kind, paint)
    return [*rows, _row(left, right, paint)]


class _Cell:
    """A line of one column."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._used = 0
        self._words: list[str] = []

    def is_full(self, word: str) -> bool:
        return bool(self._words) and self._used + 1 + len(word) > self._room

    def add(self, word: str, kind: str, paint: Paint) -> None:
        self._used += len(word) + bool(self._words)
        self._words.append(word if kind == "same" else paint(word, kind))

    def padded(self) -> str:
        return " ".join(self._words) + " " * (self._room - self._used)


def _row(left: _Cell, right: _Cell, paint: Paint) -> str:
    return f"{left.padded()} {paint('│', 'dim')} {right.padded().rstrip()}"


def _pieces(one: str, other: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what differs, and of what is the same its edges."""
    for kind, words in differences(one, other):
        said = visible(words).split()
        if kind == "same" and len(said) > 2 * _AROUND:
            said = [*said[:_AROUND], "…", *said[-_AROUND:]]
        yield kind, said
