"""The signs at the edges of copies: what all of them have belongs to the passage."""

from __future__ import annotations

from itertools import pairwise, takewhile
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
    right = min([_count(shelf, placed, 1), *room])
    wider = [Span(span.start, span.end + right) for span in spans] if right else list(spans)
    left = _count(shelf, placed, -1)
    if not left:
        return wider
    whole = [Span(span.start - left, span.end) for span in wider]
    meet = any(
        one == other and mine.meets(theirs) for (one, mine), (other, theirs) in pairwise(zip(parts, whole, strict=True))
    )
    return wider if meet else whole


def _count(shelf: Shelf, placed: Sequence[tuple[int, Span]], step: int) -> int:
    """Count the signs that all copies have, one way."""
    signs = _signs(shelf, *placed[0], step)
    for part, span in placed[1:]:
        if not signs:
            break
        source, bounds = _part(shelf, part)
        if step > 0:
            beside = source[span.end : min(span.end + len(signs), bounds.end)]
        else:
            beside = source[max(span.start - len(signs), bounds.start) : span.start][::-1]
        if beside != signs:
            signs = "".join(
                [mine for mine, _ in takewhile(lambda pair: pair[0] == pair[1], zip(signs, beside, strict=False))]
            )
    return len(signs)


def _signs(shelf: Shelf, part: int, span: Span, step: int) -> str:
    """Return the signs beside a copy as one walks away from it."""
    source, bounds = _part(shelf, part)
    first = at = span.end if step > 0 else span.start - 1
    while bounds.start <= at < bounds.end and _is_sign(source[at]):
        at += step
    return source[first:at] if step > 0 else source[at + 1 : first + 1][::-1]


def _is_sign(sign: str) -> bool:
    return not (sign.isspace() or sign.isalnum() or sign in "[]")


def _part(shelf: Shelf, part: int) -> tuple[str, Span]:
    number, piece = shelf.place(part)
    text = shelf.texts[number]
    return text.source, text.parts[piece]
