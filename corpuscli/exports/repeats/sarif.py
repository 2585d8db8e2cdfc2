"""SARIF 2.1.0, for code scanning; a passage's name is its fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.findings import sarif
from corpuscli.exports.repeats._findings import findings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.exports.paint import Paint
    from corpuscli.model.repeat import Repeat


def write(repeats: Iterable[Repeat], out: TextIO, paint: Paint) -> None:
    """Write one log with one run."""
    sarif.write(findings(repeats), out, paint)
