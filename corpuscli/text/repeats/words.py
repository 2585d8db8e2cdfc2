"""A text as words with their places."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from corpuscli.model.span import Span
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words between blanks, case folded, and where each stands in the source (code points)."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, count: int) -> Span:
        """Return where ``count`` words from the ``first`` stand."""
        return Span(self.starts[first], self.ends[first + count - 1])


def words_of(source: str, parts: Sequence[Span]) -> Words:
    """Split parts of a source into words; between two parts stands a word that is like no other."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for number, part in enumerate(parts):
        if number:
            folded.append(f" {number}")
            starts.append(part.start)
            ends.append(part.start)
        for word in _WORD.finditer(source, part.start, part.end):
            folded.append(word[0].casefold())
            starts.append(word.start())
            ends.append(word.end())
    return Words(tuple(folded), tuple(starts), tuple(ends))


def passage_id(folded: Sequence[str]) -> str:
    """Return the name of a passage: 16 hexadecimal digits of its folded words' SHA-256."""
    return sha256(" ".join(folded).encode("utf-8", "surrogatepass")).hexdigest()[:16]
