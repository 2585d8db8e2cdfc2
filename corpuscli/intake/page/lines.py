"""The first step: a page is lines, and every line knows where it stands."""

from __future__ import annotations

import re

from corpuscli.model.span import Span
from corpuscli.model.values import dataclass

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"
"""Code points that are no blanks to Python and no ink either."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the page: a line without the blanks around it, or a part of one.

    Args:
        text: The words themselves.
        start: Offset of the first in the page (code points).
    """

    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset after the last code point."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where it stands in the page."""
        return Span(self.start, self.end)

    def part(self, start: int, end: int | None = None) -> Line:
        """Return a part of the line, offsets counted in the line, without the blanks around it.

        >>> Line("No. 5", 10).part(3)
        Line(text='5', start=14)
        """
        words = self.text[start:end]
        kept = words.lstrip()
        return Line(kept.rstrip(), self.start + start + len(words) - len(kept))

    def trimmed(self, marks: str) -> Line:
        """Return the line without those marks, or blanks, at its ends."""
        return self.without_tail(marks).without_head(marks)

    def without_head(self, marks: str) -> Line:
        """Return the line without those marks, or blanks, at its beginning."""
        kept = self.text.lstrip(marks + " \t\xa0")
        return Line(kept, self.end - len(kept))

    def without_tail(self, marks: str) -> Line:
        """Return the line without those marks, or blanks, at its end."""
        return Line(self.text.rstrip(marks + " \t\xa0"), self.start)

    @property
    def words(self) -> str:
        """The text with every run of blanks as one blank."""
        return " ".join(self.text.split())


_BLANKS = dict.fromkeys([0xA0, 0x202F, 0x205F, *range(0x2000, 0x200B)], " ")


def with_plain_blanks(page: str) -> str:
    r"""Return a page with a plain blank for each that does not break or is of another width; as many code points.

    >>> with_plain_blanks("Certified\xa0copy")
    'Certified copy'
    """
    return page.translate(_BLANKS)


def split_lines(page: str) -> tuple[Line, ...]:
    r"""Return the lines that hold ink, without the blanks and invisible marks around them.

    >>> split_lines("\ufeffA to B\r\n\r\n\xa0May 4")
    (Line(text='A to B', start=1), Line(text='May 4', start=12))
    """
    found = (_stripped(match) for match in _LINE.finditer(page))
    return tuple(line for line in found if line.text)


def _stripped(match: re.Match[str]) -> Line:
    words = match[0]
    start, end = 0, len(words)
    while start < end and _is_blank(words[start]):
        start += 1
    while end > start and _is_blank(words[end - 1]):
        end -= 1
    return Line(words[start:end], match.start() + start)


def _is_blank(mark: str) -> bool:
    return mark.isspace() or mark in _INVISIBLE


def joined(page: str, first: Line, last: Line) -> Line:
    """Return the stretch from the first line's beginning to the last one's end."""
    return Line(page[first.start : last.end], first.start)
