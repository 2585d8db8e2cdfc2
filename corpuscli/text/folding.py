"""Text without case and accents, for comparing what people type with what is printed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def plain_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Return ``text`` without case and accents, and at which code point of ``text`` each of its own was.

    >>> plain_with_places("Né à Paß")
    ('ne a pass', [0, 1, 2, 3, 4, 5, 6, 7, 7])
    """
    plain = {char: _plain_char(char) for char in set(text)}
    if all(len(char) == 1 for char in plain.values()):
        return plain_text(text), range(len(text))
    return "".join([plain[char] for char in text]), [at for at, char in enumerate(text) for _ in plain[char]]


_plain_char = lru_cache(4096)(plain_text)
