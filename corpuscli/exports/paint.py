"""How an export that people read says what is bold or red: through a function that the command line gives it."""

from __future__ import annotations

from typing import Protocol


class Paint(Protocol):
    """Paints words in a style: error, warning, hint, good, dim, bold, added or removed."""

    def __call__(self, words: str, style: str) -> str:
        """Return ``words``, painted or as they are."""
        ...
