"""Repeats within one letter: where they stand, and what removing them takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.text.footnotes import find_markers, parts
from corpuscli.text.repeats import LEAST_WITHIN, find_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.model.letter import Letter
    from corpuscli.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Inside:
    """A passage of one letter and its copies.

    Args:
        letter: The letter; the copies' spans count in its source.
        passage: The passage.
        parts: The part each copy stands in: text or note:LABEL.
    """

    letter: Letter
    passage: Passage
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """Taking away the later copies of a letter's repeats.

    Args:
        edits: One per copy that goes.
        kept: Why a later copy stays, one line each.
    """

    edits: tuple[Edit, ...]
    kept: tuple[str, ...] = ()


def repeats_of(letter: Letter, least: int = LEAST_WITHIN) -> list[Inside]:
    """Find the passages of at least ``least`` words that stand twice in the letter's text and notes."""
    pieces = parts(letter)
    spans = [span for _, span in pieces]
    return [
        Inside(letter, passage, tuple(_part(pieces, copy.span) for copy in passage.copies))
        for passage in find_within(letter.source, spans, least)
    ]


def _part(pieces: Sequence[tuple[str, Span]], span: Span) -> str:
    return next(name for name, piece in pieces if piece.holds(span))


def removal(letter: Letter, repeats: Sequence[Inside]) -> Removal:
    """Plan the removal of all copies but each passage's first.

    A copy stays when it holds the only marker of a note, or when it is all that its note says.
    """
    pieces = parts(letter)
    gone: list[Span] = []
    kept: list[str] = []
    for copy in (copy for repeat in repeats for copy in repeat.passage.copies[1:]):
        reason = _why_kept(letter, copy.span, gone, pieces)
        if reason:
            kept.append(reason)
        else:
            gone.append(copy.span)
    return Removal(tuple(Edit(_with_seam(letter.source, span, pieces)) for span in gone), tuple(kept))


def _why_kept(letter: Letter, span: Span, gone: Sequence[Span], pieces: Sequence[tuple[str, Span]]) -> str:
    if any(piece == span and name != "text" for name, piece in pieces):
        return "a copy stays: it is all that its note says"
    inside = {marker.label for marker in find_markers(span.of(letter.source), span.start)}
    left = {
        marker.label
        for marker in find_markers(letter.body.of(letter.source), letter.body.start)
        if not any(hole.holds(marker.span) for hole in (*gone, span))
    }
    lost = sorted(inside - left)
    return f"a copy stays: it holds the only marker of note {', '.join(lost)}" if lost else ""


def _with_seam(source: str, span: Span, pieces: Sequence[tuple[str, Span]]) -> Span:
    """Widen a copy by the blank that would be left over.

    It is the blank before the copy; where the copy opens its paragraph and words follow, or opens its part, the blank
    after it.
    """
    part = next(piece for _, piece in pieces if piece.holds(span))
    before = part.start + len(source[part.start : span.start].rstrip())
    rest = source[span.end : part.end]
    opens = before == part.start or "\n" in source[before : span.start]
    line_goes_on = bool(rest.partition("\n")[0].strip())
    if before == part.start or (opens and line_goes_on):
        return Span(span.start, part.end - len(rest.lstrip()))
    return Span(before, span.end)
