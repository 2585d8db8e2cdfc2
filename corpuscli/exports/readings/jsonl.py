"""One reading a line, as an object of JSON."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.readings.json import shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.exports.paint import Paint
    from corpuscli.model.reading import Reading


def write(readings: Iterable[Reading], out: TextIO, paint: Paint) -> None:  # noqa: ARG001 - programs read no paint
    """Write the lines."""
    out.writelines(dumps(shape(one), ensure_ascii=False) + "\n" for one in readings)
