"""A change to a text, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put ``replacement`` where ``span`` stands; an empty span inserts, an empty replacement removes."""

    span: Span
    replacement: str = ""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with all edits made at once; their spans count in ``text`` as it was.

    Raises:
        ValueError: Two edits overlap, two insert at one place, or one lies outside the text.

    >>> from corpuscli.model.span import Span
    >>> apply_edits("oneWe are", [Edit(Span(0, 3), "1. ")])
    '1. We are'
    """
    parts: list[str] = []
    done = 0
    last: Span | None = None
    for edit in sorted(edits):
        span = edit.span
        if span.start < done or span.end < span.start or span.end > len(text) or span == last:
            msg = f"edits overlap or leave the text at {span.start}-{span.end}"
            raise ValueError(msg)
        parts += (text[done : span.start], edit.replacement)
        done, last = span.end, span
    parts.append(text[done:])
    return "".join(parts)
