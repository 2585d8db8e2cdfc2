"""Reads a page: all steps, one after another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.intake.page.frame import Frame, read_frame
from corpuscli.intake.page.heading import find_heading_markers
from corpuscli.intake.page.letter import read_fields
from corpuscli.intake.page.lines import split_lines, with_plain_blanks
from corpuscli.intake.page.markers import find_page_markers
from corpuscli.intake.page.notes import as_printed, read_notes
from corpuscli.intake.page.rendering import marker_spans, render_notes, render_text, text_spans
from corpuscli.intake.page.sections import divide
from corpuscli.intake.page.sharing import share_notes
from corpuscli.intake.page.tiling import invisible, uncovered
from corpuscli.intake.page.warnings import mismatches
from corpuscli.model.reading import Dropped, Reading
from corpuscli.text.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.intake.page.lines import Line
    from corpuscli.intake.page.section import Section


def read_page(text: str, *, origin: str = "", day_first: bool | None = None) -> list[Reading]:
    """Read the letters of a page of a printed edition.

    Args:
        text: The page as text.
        origin: The file it comes from, as the user should see it.
        day_first: Whether 3/4/21 is the third of April; None where that is not known.

    Returns:
        One reading per letter, in the order of the page. The spans of their fields, text, markers and dropped stretches
        hold every code point of the page that is no blank. A page without a letter gives none.
    """
    plain = with_plain_blanks(text)
    lines = split_lines(plain)
    frame = read_frame(lines)
    sections = [
        section for section in divide(plain, frame.rest, day_first=day_first) if section.text or section.opening
    ]
    share_notes(sections)
    places = Positions(text)
    readings = [
        replace(
            _reading(text, section, frame, origin, day_first=day_first), line=places.at(_begins(section))[0], page=text
        )
        for section in sections
    ]
    if readings:
        first = readings[0]
        around = (*frame.dropped, *invisible(text, lines))
        readings[0] = replace(first, dropped=_sorted((*around, *first.dropped)))
    return readings


def _reading(page: str, section: Section, frame: Frame, origin: str, *, day_first: bool | None) -> Reading:
    fields, warnings = read_fields(section, frame, day_first=day_first)
    letters = section.letters
    first = read_notes(section.notes, (), letters)
    labels = [note.label for note in first]
    told = [field.span for field in fields if field.span]
    above = find_heading_markers(section.head, told, labels) if _may_begin_marked(section) else ()
    inside = find_page_markers(section.text, labels[len(above) :], as_printed(first))
    markers = (*above, *inside)
    notes = read_notes(section.notes, [marker.label for marker in markers], letters)
    body = render_text(page, section.text, inside, above)
    written = "\n\n".join(part for part in (body, render_notes(page, notes)) if part)
    spans = text_spans(section.text, markers, notes)
    marks = marker_spans(markers, notes)
    covered = [*spans, *(mark.span for mark in marks), *told]
    dropped = [gap for line, why in _roles(section) for gap in uncovered(line, covered, why)]
    return Reading(
        fields=tuple(fields),
        text=written,
        text_spans=spans,
        dropped=_sorted(dropped),
        warnings=(*warnings, *([] if body else ["no text under the heading"]), *mismatches(markers, notes)),
        origin=origin,
        markers=marks,
    )


def _may_begin_marked(section: Section) -> bool:
    """Whether a marker may stand at the head of the text: before a colon it would be a note."""
    return bool(section.text) and not section.text[0].text.startswith(":")


def _begins(section: Section) -> int:
    """Return where a letter begins; what stands above it is not its own."""
    return min((line.start for line in (*section.head[:1], *section.text[:1])), default=0)


def _roles(section: Section) -> list[tuple[Line, str]]:
    """Name the lines that are not text, each with what it is."""
    roles = [(line, "heading of the page") for line in section.above]
    roles += [(line, "words of the header") for line in section.head]
    roles += [(line, "words of the source line") for line, _ in section.sources]
    roles += [(line, "words under the letter") for line in (*section.foot, *section.below)]
    roles += [(line, "heading of the notes") for line in section.headings]
    roles += [(line, "said a second time, word for word") for line in section.again]
    return roles


def _sorted(dropped: Iterable[Dropped]) -> tuple[Dropped, ...]:
    return tuple(sorted(dropped, key=lambda one: (one.span.start, one.span.end)))
