"""Annotations of GitHub Actions, one a passage, at its second copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.findings.github import annotation
from corpuscli.exports.repeats._findings import findings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.exports.paint import Paint
    from corpuscli.model.repeat import Repeat


def write(repeats: Iterable[Repeat], out: TextIO, paint: Paint) -> None:  # noqa: ARG001 - GitHub paints by itself
    """Write one command per passage."""
    out.writelines(annotation(one) for one in findings(repeats).findings)
