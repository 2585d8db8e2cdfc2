"""How values are folded for comparing, by the index and by those who ask without it."""

from __future__ import annotations

from corpuscli.text.folding import plain_text

PARTY_KEYS = ("senders", "recipients")


def folded(key: str, value: str) -> str:
    """Fold a value: names of parties by their sounds, all else without case and accents."""
    if key not in PARTY_KEYS:
        return plain_text(value)
    from corpuscli.text.names import fold

    return fold(value)
