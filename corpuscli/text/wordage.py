"""Words between blanks, counted."""

from __future__ import annotations

_BLANK, _WORD = b" ", b"x"
_MARKED = b"".join(_BLANK if chr(code).isspace() else _WORD for code in range(256))
"""What each byte of a text in ASCII is where words are counted."""


def count_words(text: str) -> int:
    r"""Return how many words stand between blanks.

    >>> count_words("Dear comrade,\n\nthe talks go on."), count_words("a\t b")
    (6, 2)
    """
    if not text.isascii():
        return len(text.split())
    marked = text.encode().translate(_MARKED)  # where words begin is counted in half the time that making them takes
    return marked.count(_BLANK + _WORD) + marked.startswith(_WORD)
