"""Text without case and accents, for comparing what people type with what is printed."""

from __future__ import annotations

import re
import unicodedata

_COMMON = "\u0306\u0308\u0301"
"""The marks of Й, Ё and of stress: taking them away first spares most texts a second look at every character."""
_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_ELSEWHERE = re.compile("[^\0-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u20cf\u2100-\u2cee]")
"""A character of a block that has combining marks of its own: Hebrew, Arabic, Indian scripts ..."""


def plain_text(text: str) -> str:
    """Return ``text`` without case and accents.

    >>> plain_text("Tchitchérine")
    'tchitcherine'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    for mark in _COMMON:
        decomposed = decomposed.replace(mark, "")
    if _ELSEWHERE.search(decomposed) is None:
        return decomposed
    decomposed = _MARKS.sub("", decomposed)
    if _ELSEWHERE.search(decomposed) is None:
        return decomposed
    return "".join(char for char in decomposed if not unicodedata.combining(char))
