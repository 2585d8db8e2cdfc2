"""Letters that an edition's notes name by the edition's own ids, as ``L00133``."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.model.citation import Citation
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

OWN_ID = "x-tei-id"
"""The key that holds what the edition calls a letter."""
_SHAPE = re.compile(r"([A-Za-z]{1,8}[-_.]?)([0-9]{3,8})")


def named_letters(text: str, own: str, read: Sequence[Citation] = ()) -> list[Citation]:
    """Find ids of the same shape as the citing letter's own: the same letters, then as many digits.

    Args:
        text: Any text.
        own: What the edition calls the citing letter; where it is no such id, nothing is found.
        read: Citations that were read already; what meets one of them is none.

    >>> [one.raw for one in named_letters("See L00133 and L1, not XL00134.", "L00139")]
    ['L00133']
    """
    shape = _SHAPE.fullmatch(own)
    if shape is None or shape[1] not in text:
        return []
    found = (Span(*one.span()) for one in _pattern(shape[1], len(shape[2])).finditer(text))
    return [
        Citation(
            span,
            span.of(text),
            "letter",
            ids=(f"letter:?;id={span.of(text)}",),
            fields=MappingProxyType({"type": "letter", "id": span.of(text)}),
            state="unresolved",
        )
        for span in found
        if span.of(text) != own and not any(span.meets(one.span) for one in read)
    ]


@lru_cache(maxsize=64)
def _pattern(letters: str, digits: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(letters)}[0-9]{{{digits}}}(?![\w-])")
