"""The signs at the edges of copies: what all of them have belongs to the passage."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.text.repeats.texts import Shelf


def widened(shelf: Shelf, parts: Sequence[int], spans: Sequence[Span]) -> list[Span]:
    """Widen copies by the signs that stand at the edges of all: neither blank nor letter, ``Yes!`` is more than yes.

    Args:
        shelf: The texts.
        parts: The part that each copy stands in.
        spans: Where it stands, from its first word to its last; ascending.
    """
    placed = list(zip(parts, spans, strict=True))
    room = [theirs.start - mine.end for (one, mine), (other, theirs) in pairwise(placed) if one == other]
    right = min([_count(shelf, parts, spans, 1), *room])
    wider = [Span(span.start, span.end + right) for span in spans]
    left = _count(shelf, parts, spans, -1)
    whole = [Span(span.start - left, span.end) for span in wider]
    meet = any(
        one == other and mine.meets(theirs) for (one, mine), (other, theirs) in pairwise(zip(parts, whole, strict=True))
    )
    return wider if meet else whole


def _count(shelf: Shelf, parts: Sequence[int], spans: Sequence[Span], step: int) -> int:
    """Count the signs that all copies have, one way."""
    count = 0
    while True:
        sign = _sign(shelf, parts[0], spans[0], step, count)
        if not sign:
            return count
        for part, span in zip(parts, spans, strict=True):
            if _sign(shelf, part, span, step, count) != sign:
                return count
        count += 1


def _sign(shelf: Shelf, part: int, span: Span, step: int, count: int) -> str:
    """Return the sign that stands so many signs off a copy's edge, or ``""`` where there is none."""
    number, piece = shelf.place(part)
    text = shelf.texts[number]
    bounds = text.parts[piece]
    at = span.end + count if step > 0 else span.start - 1 - count
    if not bounds.start <= at < bounds.end:
        return ""
    sign = text.source[at]
    return "" if sign.isspace() or sign.isalnum() or sign in "[]" else sign
