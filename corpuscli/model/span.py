"""A stretch of a text."""

from __future__ import annotations

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Offsets into an untouched text: code points from 0, the end exclusive.

    >>> Span(0, 4).of("Dear comrade")
    'Dear'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words the span covers in ``text``."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """Return the same stretch, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start
