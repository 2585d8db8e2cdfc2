"""Notes and their markers: the footnote form of Pandoc, ``[^1]`` and ``[^1]: ...``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Marker:
    """A footnote marker in the running text.

    Args:
        span: All of ``[^1]``.
        label: What stands between ``[^`` and ``]``.
    """

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote.

    Args:
        span: From ``[^`` to the end of its last line, without the line end.
        label: What stands between ``[^`` and ``]:``.
        body: Where its own words stand, continuation lines and their indents included.
    """

    span: Span
    label: str
    body: Span
