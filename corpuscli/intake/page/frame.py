"""What stands around letters on a page: site name, navigation, the collection's title, compilers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.data.pages import matches
from corpuscli.intake.page.dateline import parse_dateline
from corpuscli.intake.page.labelled import is_labelled
from corpuscli.intake.page.opening import is_numbered
from corpuscli.model.reading import Dropped
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.intake.page.lines import Line

_KINDS = ("navigation", "site", "compilers", "heading", "edition")
_LONGEST = 300
_LOOK_AHEAD = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """What was recognised around the letters.

    Args:
        edition: The lines of the collection's title.
        dropped: The other lines, with what they are.
        rest: The lines that remain, in their order.
    """

    edition: tuple[Line, ...]
    dropped: tuple[Dropped, ...]
    rest: tuple[Line, ...]

    @property
    def title(self) -> str:
        r"""The collection's title: its lines joined by one blank, with a full stop between where none stands.

        >>> from corpuscli.intake.page.lines import split_lines
        >>> Frame(split_lines("Letters 1912-1927\nDocuments 1996."), (), ()).title
        'Letters 1912-1927. Documents 1996'
        """
        words = [line.words for line in self.edition]
        stopped = [part if part.endswith((".", "!", "?", ":", ",")) else part + "." for part in words[:-1]]
        return " ".join([*stopped, *words[-1:]]).rstrip(".")


def kind_of(line: Line) -> str:
    """Return what a line around letters is, or ``""`` for any other line."""
    if len(line.text) > _LONGEST:
        return ""
    words = line.words
    return next((kind for kind in _KINDS if matches(kind, words)), "")


def read_frame(lines: Sequence[Line]) -> Frame:
    """Take what stands around the letters off a page's lines: navigation below the last, all above the first letter."""
    tail = len(lines)
    while tail and kind_of(lines[tail - 1]) in ("navigation", "site"):
        tail -= 1
    begun = (at for at, line in enumerate(lines[: min(tail, _DEEPEST)]) if _begins(line))
    kinds = [kind_of(line) for line in lines[: next(begun, min(tail, _DEEPEST))]]
    end = _last_known(kinds)
    roles = [_role(kinds, at, end) for at in range(end)]
    dropped = [
        *_drop((line, role) for line, role in zip(lines[:end], roles, strict=True) if role != "edition"),
        *_drop((line, "navigation") for line in lines[tail:]),
    ]
    edition = tuple(line for line, role in zip(lines[:end], roles, strict=True) if role == "edition")
    return Frame(edition, tuple(dropped), tuple(lines[end:tail]))


def _begins(line: Line) -> bool:
    """Whether a letter has begun with a line, so that nothing below it is frame: a number, a label or a day."""
    if is_numbered(line) or is_labelled(line):
        return True
    found = parse_dateline(line)
    return found is not None and len(found.date.edtf.strip("./~?%")) >= _A_DAY


_A_DAY = len("1921-03-10")
_DEEPEST = 25
"""No page has more lines above its letter."""


def _last_known(kinds: Sequence[str]) -> int:
    """Return how many lines belong to the frame: up to the last that is known, with no long way between."""
    end = 0
    for at, kind in enumerate(kinds):
        if kind and at - end <= _LOOK_AHEAD:
            end = at + 1
    return end


def _role(kinds: Sequence[str], at: int, end: int) -> str:
    """An unknown line between known ones is the site's name above the navigation, and a title below it."""
    if kinds[at]:
        return kinds[at]
    return "site" if "navigation" in kinds[at:end] else "edition" if "compilers" in kinds[at:end] else "heading"


_REASONS = {
    "navigation": "navigation",
    "site": "the site's name",
    "compilers": "compilers of the edition",
    "heading": "heading of the page",
}


def _drop(lines: Iterable[tuple[Line, str]]) -> list[Dropped]:
    return [Dropped(line.span, _REASONS[role]) for line, role in lines]
