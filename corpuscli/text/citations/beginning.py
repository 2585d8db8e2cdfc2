"""How a name or title begins: its first two words, by which it is looked up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_BEGINNING = re.compile(r"(\W{0,8}\w{1,60})(?:[^\w(]{1,20}\w{1,60})?")
"""Bounded, since it is tried wherever a name may begin: pages of marks alone would cost their square."""


def beginning(name: str) -> str:
    """Return the first two words of a name, or the only one, and what stands before and between them.

    >>> beginning("«The  National Archives»"), beginning("V. I. Lenin"), beginning("TNA")
    ('«The National', 'V. I', 'TNA')
    """
    found = _BEGINNING.match(" ".join(name.split()))
    return found[0] if found is not None else name


def begun(text: str, place: int, known: Container[str]) -> str | None:
    """Return the beginning that stands at a place, blanks as one: of two words where it is known, or of one.

    >>> begun("in the Public  Record Office", 7, {"Public Record", "Public"})
    'Public Record'
    """
    both, first = beginnings_at(text, place)
    if both in known:
        return both
    return first if first in known else None


def beginnings_at(text: str, place: int) -> tuple[str, str]:
    """Return the two words that stand at a place, their blanks as one, and the first of them; nothing where none does.

    >>> beginnings_at("in the Public  Record Office", 7)
    ('Public Record', 'Public')
    """
    found = _BEGINNING.match(text, place)
    return ("", "") if found is None else (" ".join(found[0].split()), found[1])
