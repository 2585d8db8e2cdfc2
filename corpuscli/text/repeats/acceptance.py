"""Passages that may stand again: told by name, or by their words where an edit has moved their edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.span import Span
from corpuscli.text.repeats.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIKE = 0.8
"""Share of an accepted passage's letters that a passage has at least, and at most the other way round, to be it."""


class Acceptance:
    """The passages that are accepted.

    Args:
        entries: Each passage's name, and its words or "".

    >>> Acceptance([("4f", "It was decided, then.")]).holds("5e", "it was decided then")
    True
    """

    def __init__(self, entries: Iterable[tuple[str, str]] = ()) -> None:
        known = list(entries)
        self._names = frozenset(name for name, _ in known)
        self._texts = [_letters(text) for _, text in known if text]

    def holds(self, name: str, said: str) -> bool:
        """Tell whether a passage is accepted.

        Args:
            name: Its name.
            said: The words of its first copy.
        """
        if name in self._names or not self._texts:
            return name in self._names
        mine = _letters(said)
        return any(
            min(len(mine), len(text)) >= ALIKE * max(len(mine), len(text)) and (mine in text or text in mine)
            for text in self._texts
        )


def _letters(text: str) -> str:
    return words_of(text, Span(0, len(text))).letters
