"""What of the page goes nowhere: every stretch that neither field, text nor marker holds, with the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.reading import Dropped
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.intake.page.lines import Line

_INK = re.compile(r"\S(?:.*\S)?")


def uncovered(line: Line, covered: Iterable[Span], reason: str) -> Iterator[Dropped]:
    """Yield the stretches of a line that no span covers; full stops, commas and brackets are called punctuation.

    >>> from corpuscli.intake.page.lines import Line
    >>> [(d.span, d.reason) for d in uncovered(Line("No. 5", 10), [Span(14, 15)], "header")]
    [(Span(start=10, end=13), 'header')]
    """
    at = line.start
    for span in sorted(span for span in covered if span.meets(line.span)):
        yield from _ink(line, at, span.start, reason)
        at = max(at, span.end)
    yield from _ink(line, at, line.end, reason)


def _ink(line: Line, start: int, end: int, reason: str) -> Iterator[Dropped]:
    found = _INK.search(line.text[max(start - line.start, 0) : max(end - line.start, 0)])
    if found:
        words = any(mark.isalnum() for mark in found[0])
        span = Span(start + found.start(), start + found.end())
        yield Dropped(span, reason if words else "punctuation")


def invisible(page: str, lines: Iterable[Line]) -> Iterator[Dropped]:
    """Yield the marks outside the lines that are no blanks and no ink either, such as a byte order mark."""
    at = 0
    for start, end in [*((line.start, line.end) for line in lines), (len(page), len(page))]:
        for found in re.finditer(r"\S+", page[at:start]):
            yield Dropped(Span(at + found.start(), at + found.end()), "invisible marks")
        at = end
