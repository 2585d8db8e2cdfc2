"""Markers in a letter's heading, on its number, header or date line: they go to the head of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.intake.page.candidates import SUPERSCRIPTS, Candidate
from corpuscli.intake.page.tiling import uncovered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.intake.page.lines import Line
    from corpuscli.model.span import Span

_SURE = 3.0


def find_heading_markers(
    lines: Sequence[Line], covered: Sequence[Span], labels: Iterable[str]
) -> tuple[Candidate, ...]:
    """Return the numbers that end a line of the heading, belong to no field and are the first notes, in their order.

    Args:
        lines: The lines of the heading.
        covered: Where its fields stand.
        labels: The labels of the notes, in their order.

    >>> from corpuscli.intake.page.lines import Line
    >>> from corpuscli.model.span import Span
    >>> [m.label for m in find_heading_markers([Line("To Lenin 1 .", 0)], [Span(3, 8)], ["1", "2"])]
    ['1']
    >>> find_heading_markers([Line("To Lenin 2", 0)], [Span(3, 8)], ["1", "2"])
    ()
    """
    found: list[Candidate] = []
    wanted = iter(labels)
    label = next(wanted, "")
    for line in lines:
        for gap in uncovered(line, covered, ""):
            words = line.part(gap.span.start - line.start, gap.span.end - line.start)
            mark = words.without_tail(".")
            if label and words.end == line.end and mark.text.translate(SUPERSCRIPTS) == label:
                found.append(Candidate(label, mark, _SURE))
                label = next(wanted, "")
    return tuple(found)
