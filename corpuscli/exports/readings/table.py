"""What was understood, for people: a line per key, with how sure it is and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.model.letter import Pairs, plain
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.exports.paint import Paint
    from corpuscli.model.reading import ReadField, Reading

_DOUBTFUL = 0.9
"""Confidence under which a value is marked."""
_SHOWN = 60
"""Code points of the text's beginning that are shown."""


def write(readings: Iterable[Reading], out: TextIO, paint: Paint) -> None:
    """Write one block a reading, a blank line between."""
    before = ""
    for one in readings:
        out.writelines((before, *(f"{line}\n" for line in _block(one, paint))))
        before = "\n"


def _block(one: Reading, paint: Paint) -> Iterator[str]:
    yield paint(visible(one.path or one.origin), "bold")
    width = max((len(field.key) for field in one.fields), default=0)
    width = max(width, len("warning"))
    for field in one.fields:
        yield f"  {paint(field.key.ljust(width), 'dim')}  {_value(field)}{_doubt(field, paint)}"
    words = " ".join(one.text.split())
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
    yield f"  {paint('text'.ljust(width), 'dim')}  {visible(shown)} ({len(words.split())} words)"
    if one.dropped:
        reasons = dict.fromkeys(gap.reason for gap in one.dropped if gap.reason != "punctuation")
        if reasons:
            yield f"  {paint('dropped'.ljust(width), 'dim')}  {'; '.join(reasons)}"
    for warning in one.warnings:
        yield f"  {paint('warning'.ljust(width), 'warning')}  {visible(warning)}"


def _value(field: ReadField) -> str:
    if isinstance(field.value, Pairs):
        return visible(", ".join(f"{key}: {plain(item)}" for key, item in field.value))
    if isinstance(field.value, tuple):
        return visible("; ".join(str(plain(item)) for item in field.value))
    return visible(field.value)


def _doubt(field: ReadField, paint: Paint) -> str:
    return "" if field.confidence >= _DOUBTFUL else "  " + paint(f"({field.confidence:.0%} sure)", "warning")
