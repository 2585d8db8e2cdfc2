"""Changes a list of texts member by member, so that members that stay keep their quotes and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.letter import Pairs
from corpuscli.model.span import Span
from corpuscli.store.frontmatter import lines
from corpuscli.store.frontmatter.scalars import inner_scalar, quoted_like

if TYPE_CHECKING:
    from corpuscli.model.letter import Field, Value


def item_edits(source: str, field: Field, value: Value) -> list[Edit] | None:
    """Return edits of single members, or None where the list must be replaced whole.

    Args:
        source: The letter's file.
        field: The key as it stands.
        value: What it shall be.
    """
    old, new = _texts(field.value), _texts(value)
    if not old or not new:
        return None
    flow = source[field.span.start] == "["
    if flow and len(old) != len(new):
        return None
    if not flow and not all(_own_line(source, span) for span in field.items):
        return None
    same = _alike(old, new)
    left = _alike(old[same:][::-1], new[same:][::-1])
    gone, come = field.items[same : len(old) - left], new[same : len(new) - left]
    edits = [
        Edit(span, quoted_like(text, span.of(source), flow=flow) or "''")
        for span, before, text in zip(gone, old[same:], come, strict=False)
        if before != text
    ]
    edits += [Edit(Span(lines.start(source, span.start), lines.after(source, span.end))) for span in gone[len(come) :]]
    if len(come) > len(gone):
        edits.append(_insertion(source, field, same + len(gone), come[len(gone) :]))
    return edits


def _texts(value: Value) -> tuple[str, ...]:
    if isinstance(value, str | Pairs):
        return ()
    texts = tuple(item for item in value if isinstance(item, str))
    return texts if len(texts) == len(value) else ()


def _own_line(source: str, span: Span) -> bool:
    """Tell whether a member stands on a line of its own, as ``- text``."""
    before = source[lines.start(source, span.start) : span.start]
    return before.strip() == "-" and "\n" not in span.of(source)


def _alike(old: tuple[str, ...], new: tuple[str, ...]) -> int:
    """Count the members that both begin with."""
    for index, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return index
    return min(len(old), len(new))


def _insertion(source: str, field: Field, index: int, texts: tuple[str, ...]) -> Edit:
    dash = source[lines.start(source, field.span.start) : field.span.start] + "- "
    ending = lines.ending(source)
    if index:
        at = lines.content_end(source, field.items[index - 1].end)
        return Edit(Span(at, at), "".join(f"{ending}{dash}{inner_scalar(text)}" for text in texts))
    at = lines.start(source, field.span.start)
    return Edit(Span(at, at), "".join(f"{dash}{inner_scalar(text)}{ending}" for text in texts))
