"""The notes under a letter: their numbers in every damage, and the words that belong to each."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from corpuscli.data.pages import matches, pattern, value_of
from corpuscli.intake.page.candidates import SUPERSCRIPTS
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from corpuscli.intake.page.lines import Line


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note of the page.

    Args:
        label: Its number, or ``*``; what it must have been where it is lost.
        mark: The number as printed, with its full stop or brackets; None where it is lost.
        lines: Its words, one element a line, without the number.
    """

    label: str
    mark: Line | None
    lines: tuple[Line, ...]


@cache
def _numbers() -> re.Pattern[str]:
    word = pattern("numeral")
    return re.compile(
        r"(?:[\[(]\s*(?P<bracketed>\d{1,3}|\*+)\s*[\])][.:]?\s*(?=\S)"
        r"|(?P<number>\d{1,3})(?:\s*[.):]\s+(?=\S)|\s*[.):](?=[^\W\d])|\s+(?=[^\W\d\s]|[\"“«»„‚›\[(…‘'<])|(?=[^\W\da-zа-я_]|[\"“«»„\[]))"
        r"|(?P<raised>[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*(?=\S)"
        r"|(?P<star>\*{1,4})\s*(?=\S)"
        r"|(?P<letter>[a-h])\)?\s+(?=\S)"
        rf"|(?P<word>{word})(?:\s*[.):]\s+(?=\S)|(?=[A-ZА-ЯЁ\"“«\[])|\s+(?=[A-ZА-ЯЁ\"“«])))"
    )


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(pattern("opening"), re.IGNORECASE)


def numbered(line: Line, letters: Collection[str] = ()) -> tuple[str, Line, Line] | None:
    """Read a line that begins with a note's number.

    Args:
        line: The line.
        letters: The letters that may stand for one, since the text has them as markers.

    Returns:
        The label, the number as printed, and the words after it; None for any other line.

    >>> from corpuscli.intake.page.lines import Line
    >>> [numbered(Line(words, 0))[0] for words in ("1 We", "2We", "3 . We", "oneOn", "five. See", "[7] We", "*We")]
    ['1', '2', '3', '1', '5', '7', '*']
    >>> numbered(Line("1921 was hard", 0)), numbered(Line("one of them", 0))
    (None, None)
    """
    found = _numbers().match(line.text)
    if found is None or (found["letter"] and found["letter"] not in letters):
        return None
    raised = (found["raised"] or "").translate(SUPERSCRIPTS)
    label = raised or found["bracketed"] or found["number"] or found["star"] or found["letter"]
    label = label or value_of("numeral", found["word"] or "")
    return label.lstrip("0") or label, line.part(0, found.end()), line.part(found.end())


def without_repeat(lines: Sequence[Line]) -> int:
    r"""Return how many lines stand above those that say all notes again, word for word, once or more, headed or not.

    >>> from corpuscli.intake.page.lines import split_lines
    >>> without_repeat(split_lines("1 We.\n2 You.\nNotes:\n1 We.\n2 You.\n1 We.\n2 You."))
    2
    """
    words = [line.words for line in lines]
    again = (at for at in range(1, len(words)) if matches("notes", words[at]) or words[at] == words[0])
    end = next(again, len(words))
    said = [word for word in words[end:] if not matches("notes", word)]
    times = len(said) // max(end, 1)
    return end if times and said == words[:end] * times and numbered(lines[0]) else len(words)


def opens_note(line: Line) -> bool:
    """Tell whether a line begins as notes commonly do: ``We are talking about``."""
    return _openings().match(line.text) is not None


def read_notes(
    lines: Sequence[Line], markers: Sequence[str] = (), letters: Collection[str] = ()
) -> tuple[PageNote, ...]:
    """Part the lines under the notes' heading into notes.

    A line without a number continues the note above it, unless a number is missing just there.

    Args:
        lines: The lines under the heading, or under the source line where the heading is lost.
        markers: The labels that the text refers to, as far as known.
        letters: The letters that may be labels.
    """
    read = [numbered(line, letters) for line in lines]
    labels, marked = {found[0] for found in read if found}, frozenset(markers)
    last = max((at for at, found in enumerate(read) if found), default=-1)
    notes: list[PageNote] = []
    more: list[list[Line]] = []
    for at, line in enumerate(lines):
        found = read[at] or _before_figures(line, notes)
        if found and _follows(found[0], notes):
            notes.append(PageNote(found[0], found[1], (found[2],)))
        elif not notes or _lost_number(
            line, notes[-1].label, labels, marked, _Below(at < last, at + 1 == len(lines) or read[at + 1] is not None)
        ):
            notes.append(PageNote(_next(notes), None, (line,)))
        else:
            more[-1].append(line)
            continue
        more.append([])
    return tuple(
        replace(note, lines=(*note.lines, *rest)) if rest else note for note, rest in zip(notes, more, strict=True)
    )


def as_printed(notes: Iterable[PageNote]) -> dict[str, str]:
    """Return the labels of the notes that have a number, each with its number as printed."""
    return {note.label: note.mark.text for note in notes if note.mark}


def _before_figures(line: Line, notes: list[PageNote]) -> tuple[str, Line, Line] | None:
    """Read the next number where a note begins with figures of its own: ``2 1,200 bayonets were sent``."""
    found = _FIGURES.match(line.text)
    wanted = notes and notes[-1].label.isdigit() and found and int(found[1]) == int(notes[-1].label) + 1
    return (found[1], line.part(0, found.end()), line.part(found.end())) if found and wanted else None


_FIGURES = re.compile(r"(\d{1,3})\s*[.):]?\s+(?=\d)")


class _Below(NamedTuple):
    """What stands below a line: whether any numbered one does, and whether the next is one, or there is none."""

    any: bool
    next: bool


def _follows(label: str, notes: list[PageNote]) -> bool:
    """Whether a number can be the next note's: a list inside a note begins again at 1, or leaps."""
    before = next((note.label for note in reversed(notes) if note.label.isdigit()), "")
    if not label.isdigit() or not before:
        return True
    step = int(label) - int(before)
    return 0 < step <= _LEAP or (label == "1" and step < 0)


_LEAP = 12
"""The most numbers that may be lost between two notes."""


def _next(notes: list[PageNote]) -> str:
    numbers = [int(note.label) for note in notes if note.label.isdigit()]
    return str(max(numbers) + 1 if numbers else 1)


def _lost_number(line: Line, before: str, labels: Collection[str], markers: Collection[str], below: _Below) -> bool:
    """Whether a line without a number is a note of its own whose number is lost."""
    if not before.isdigit() or not line.text[0].isupper():
        return False
    wanted = str(int(before) + 1)
    if wanted in labels:
        return False
    if str(int(before) + 2) in labels and (below.next or opens_note(line)):
        return True
    return not below.any and (opens_note(line) or wanted in markers)
