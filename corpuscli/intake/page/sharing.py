"""Notes that several letters share: gives each letter of a page those that its markers ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.intake.page.markers import find_page_markers
from corpuscli.intake.page.notes import PageNote, as_printed, read_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.intake.page.lines import Line
    from corpuscli.intake.page.section import Section


_MOST_OF = 0.6
"""The share of notes, the first among them, that a letter must ask for to have them all."""


def share_notes(sections: Sequence[Section]) -> None:
    """Part notes that stand at the page's end between the letters above them that have none of their own."""
    if sum(bool(section.notes) for section in sections) > 1:
        return  # each letter has its own under it
    without: list[Section] = []
    for section in sections:
        if not section.notes:
            without.append(section)
            continue
        if without:
            _share([*without, section])
        without = []


def _share(sections: list[Section]) -> None:
    """Part the last section's notes: where they count on, by the markers; where they begin again at 1, in order."""
    last = sections[-1]
    lines = last.notes
    runs = _runs(read_notes(lines))
    if len(runs) == len(sections):
        parts = [_lines_of(run, lines, after) for run, after in zip(runs, [*runs[1:], []], strict=True)]
    elif len(runs) == 1:
        parts = _by_markers(sections, runs[0], lines)
    else:
        return
    for section, part in zip(sections, parts, strict=True):
        section.notes = part


def _runs(notes: Sequence[PageNote]) -> list[list[PageNote]]:
    """Part notes where their numbers begin again."""
    runs: list[list[PageNote]] = []
    for note in notes:
        if not runs or (note.label == "1" and note.mark is not None):
            runs.append([])
        runs[-1].append(note)
    return runs


def _by_markers(sections: list[Section], notes: list[PageNote], lines: list[Line]) -> list[list[Line]]:
    labels = [note.label for note in notes]
    printed = as_printed(notes)
    own = {marker.label for marker in find_page_markers(sections[-1].text, labels, printed)}
    if labels[0] in own and len(own.intersection(labels)) >= _MOST_OF * len(labels):
        return [*([] for _ in sections[:-1]), lines]
    parts: list[list[Line]] = []
    done = 0
    for section in sections[:-1]:
        asked = {marker.label for marker in find_page_markers(section.text, labels[done:], printed)}
        end = max((at + 1 for at, label in enumerate(labels) if at >= done and label in asked), default=done)
        parts.append(_lines_of(notes[done:end], lines, notes[end:]))
        done = end
    return [*parts, _lines_of(notes[done:], lines, [])]


def _lines_of(notes: Sequence[PageNote], lines: list[Line], after: Sequence[PageNote]) -> list[Line]:
    """Return the page's lines of some notes, up to the notes after them."""
    if not notes:
        return []
    end = after[0].lines[0].end if after else lines[-1].end + 1
    start = notes[0].mark.start if notes[0].mark else notes[0].lines[0].start
    return [line for line in lines if line.start >= start and line.end < end]
