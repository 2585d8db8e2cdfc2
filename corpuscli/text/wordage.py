"""Words between blanks, counted."""

from __future__ import annotations


def count_words(text: str) -> int:
    r"""Return how many words stand between blanks.

    >>> count_words("Dear comrade,\n\nthe talks go on."), count_words("a\t b")
    (6, 2)
    """
    return len(text.split())
