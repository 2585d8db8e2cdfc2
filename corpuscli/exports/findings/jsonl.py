"""One finding a line, as an object of JSON."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.findings.json import shape

if TYPE_CHECKING:
    from corpuscli.exports.paint import Paint
    from corpuscli.model.finding import Findings


def write(findings: Findings, out: TextIO, paint: Paint) -> None:  # noqa: ARG001 - programs read no paint
    """Write the lines."""
    out.writelines(dumps(shape(one), ensure_ascii=False) + "\n" for one in findings.findings)
