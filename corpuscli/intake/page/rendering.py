"""The letter's text as it will stand in its file: markers ``[^1]`` in it, notes ``[^1]: ...`` under it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit, apply_edits
from corpuscli.model.note import Marker
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.intake.page.candidates import Candidate
    from corpuscli.intake.page.lines import Line
    from corpuscli.intake.page.notes import PageNote

_INDENT = "    "


def render_text(page: str, lines: Sequence[Line], markers: Sequence[Candidate], above: Sequence[Candidate] = ()) -> str:
    """Return the text: the page's lines with a blank line where the page has one, and its markers in their form.

    The blank before a marker goes; a word glued to it stays a word of its own. Markers ``above`` the text, in
    its heading, begin it.
    """
    parts = [f"[^{marker.label}]" for marker in above]
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None:
            parts.append(_between(page, before, line))
        edits = [_edit(line, marker) for marker in markers if line.span.holds(marker.mark.span)]
        parts.append(apply_edits(_printed(page, line), edits))
    return "".join(parts)


def _edit(line: Line, marker: Candidate) -> Edit:
    start, end = marker.mark.start - line.start, marker.mark.end - line.start
    while start > 0 and line.text[start - 1].isspace():
        start -= 1
    return Edit(Span(start, end), f"[^{marker.label}]" + " " * marker.glued)


def _printed(page: str, line: Line) -> str:
    """Return a line with the blanks that the page has: lines are read with plain ones."""
    return page[line.start : line.end]


def _between(page: str, before: Line, line: Line) -> str:
    return "\n" if len(page[before.end : line.start].strip(" \t\xa0").splitlines()) <= 1 else "\n\n"


def render_notes(page: str, notes: Sequence[PageNote]) -> str:
    """Return the notes, one blank line between; what continues one is indented."""
    return "\n\n".join(_note(page, note) for note in notes)


def _note(page: str, note: PageNote) -> str:
    words = _printed(page, note.lines[0])
    for before, line in pairwise(note.lines):
        words += _between(page, before, line) + _INDENT + _printed(page, line)
    return f"[^{note.label}]: {words}"


def text_spans(lines: Iterable[Line], markers: Sequence[Candidate], notes: Iterable[PageNote]) -> tuple[Span, ...]:
    """Return where on the page the words of the text and its notes stand, without markers and numbers."""
    spans: list[Span] = []
    for line in lines:
        start = line.start
        for marker in markers:
            if line.span.holds(marker.mark.span):
                spans.append(Span(start, marker.mark.start))
                start = marker.mark.end
        spans.append(Span(start, line.end))
    spans += (line.span for note in notes for line in note.lines)
    return tuple(span for span in spans if len(span))


def marker_spans(markers: Iterable[Candidate], notes: Iterable[PageNote]) -> tuple[Marker, ...]:
    """Return where on the page the markers and the numbers of the notes stand, and what they became."""
    found = [Marker(marker.mark.span, marker.label) for marker in markers]
    found += [Marker(note.mark.span, note.label) for note in notes if note.mark]
    return tuple(found)
