"""Text without case and accents, for comparing what people type with what is printed."""

from __future__ import annotations

import unicodedata


def plain_text(text: str) -> str:
    """Return ``text`` without case and accents.

    >>> plain_text("Tchitchérine")
    'tchitcherine'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
