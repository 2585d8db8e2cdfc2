"""What was understood, for people: a line per key, from which line of the page, how sure it is, what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.model.letter import Pairs, plain
from corpuscli.text.positions import Positions
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.exports.paint import Paint
    from corpuscli.model.reading import Dropped, ReadField, Reading
    from corpuscli.model.span import Span

_DOUBTFUL = 0.9
"""Confidence under which a value is marked."""
_SHOWN = 60
"""Code points of the text's beginning, and of what was dropped, that are shown."""
_NARROW = 40
"""Cells under which nothing is wrapped."""


def write(readings: Iterable[Reading], out: TextIO, paint: Paint) -> None:
    """Write one block a reading, a blank line between."""
    before = ""
    for one in readings:
        out.write(before)
        show(one, out, paint)
        before = "\n"


def show(one: Reading, out: TextIO, paint: Paint, *, heading: str = "", width: int = 0) -> None:
    """Write one reading.

    Args:
        one: The reading.
        out: Where to.
        paint: Styles words.
        heading: What stands behind the path, as ``(2 of 5)``.
        width: Cells at which a row is wrapped; 0 for never.
    """
    rows = list(_rows(one, paint))
    numbers = max((len(number) for number, _, _ in rows), default=0)
    if numbers and one.path:
        numbers = max(numbers, len("line"))
        rows.insert(0, ("line", "from", visible(one.origin)))
    out.write(paint(visible(one.path or one.origin), "bold") + (f"  {heading}" if heading else "") + "\n")
    keys = max(len(key) for _, key, _ in rows)
    for number, key, value in rows:
        style = "warning" if key == "warning" else "dim"
        lead = f"  {paint(number.rjust(numbers), 'dim')}" if numbers else ""
        indent = (2 + numbers if numbers else 0) + 2 + keys + 2
        words = f"\n{' ' * indent}".join(_wrapped(value, width - indent))
        out.write(f"{lead}  {paint(key.ljust(keys), style)}  {words}\n")


def _wrapped(value: str, width: int) -> list[str]:
    if width < _NARROW or len(value) <= width:
        return [value]
    from textwrap import wrap

    return wrap(value, width, break_long_words=False, break_on_hyphens=False) or [value]


def _rows(one: Reading, paint: Paint) -> Iterator[tuple[str, str, str]]:
    """Yield the lines of the page, the key and what there is to say, row by row."""
    lines = _Lines(one)
    for field in one.fields:
        yield lines.of(field.span), field.key, _value(field) + _doubt(field, paint)
    words = " ".join(one.text.split())
    inked = [span for span in one.text_spans if len(span)]
    read = f"{lines.of(inked[0])}-{lines.of(inked[-1])}" if inked and lines.of(inked[0]) else ""
    yield read, "text", f"{visible(_clipped(words))} ({len(words.split())} words)"
    said = "dropped"
    for number, reason, gaps in _dropped(one, lines):
        shown = f": {visible(_clipped(gaps))}" if gaps else ""
        yield number, said, reason + shown
        said = ""
    for warning in one.warnings:
        yield "", "warning", visible(warning)


class _Lines:
    """Tells which line of the file something stands on."""

    def __init__(self, one: Reading) -> None:
        self._at = Positions(one.page) if one.page and one.counted else None

    def of(self, span: Span | None) -> str:
        """Return the line's number, or ``""`` where there is none."""
        return str(self._at.at(span.start)[0]) if self._at and span else ""


def _dropped(one: Reading, lines: _Lines) -> Iterator[tuple[str, str, str]]:
    """Yield what was left out, but for punctuation: the line, why, and the words; stretches of a line together."""
    groups: dict[tuple[str, str], list[Dropped]] = {}
    for gap in one.dropped:
        if gap.reason != "punctuation":
            groups.setdefault((lines.of(gap.span), gap.reason), []).append(gap)
    for (number, reason), gaps in groups.items():
        yield number, reason, " … ".join(" ".join(gap.span.of(one.page).split()) for gap in gaps if one.page)


def _clipped(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"


def _value(field: ReadField) -> str:
    if isinstance(field.value, Pairs):
        return visible(", ".join(f"{key}: {plain(item)}" for key, item in field.value))
    if isinstance(field.value, tuple):
        return visible("; ".join(str(plain(item)) for item in field.value))
    return visible(field.value)


def _doubt(field: ReadField, paint: Paint) -> str:
    return "" if field.confidence >= _DOUBTFUL else "  " + paint(f"({field.confidence:.0%} sure)", "warning")
