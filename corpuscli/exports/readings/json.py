"""One array of readings, as DESIGN section 4 shapes them."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Any, TextIO

from corpuscli.model.letter import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.exports.paint import Paint
    from corpuscli.model.reading import ReadField, Reading


def write(readings: Iterable[Reading], out: TextIO, paint: Paint) -> None:  # noqa: ARG001 - programs read no paint
    """Write the array, one reading a line, as they come."""
    before = "[\n"
    for one in readings:
        out.write(before + dumps(shape(one), ensure_ascii=False))
        before = ",\n"
    out.write("[]\n" if before[0] == "[" else "\n]\n")


def shape(one: Reading) -> dict[str, Any]:
    """Return a reading as JSON knows it; offsets count code points of the page from 0."""
    return {
        "letter": {field.key: plain(field.value) for field in one.fields},
        "text": one.text,
        "fields": {field.key: _field(field) for field in one.fields},
        "text_spans": [{"start": span.start, "end": span.end} for span in one.text_spans],
        "markers": [{"label": mark.label, "start": mark.span.start, "end": mark.span.end} for mark in one.markers],
        "dropped": [{"start": gap.span.start, "end": gap.span.end, "reason": gap.reason} for gap in one.dropped],
        "warnings": list(one.warnings),
        "origin": one.origin,
        "path": one.path,
    }


def _field(field: ReadField) -> dict[str, Any]:
    place = {"start": field.span.start, "end": field.span.end} if field.span else {}
    return {"value": plain(field.value), "confidence": field.confidence, **place}
