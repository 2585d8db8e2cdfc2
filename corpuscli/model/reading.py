"""What a reader of pages understood of one letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.model.letter import Value
    from corpuscli.model.note import Marker
    from corpuscli.model.span import Span


@dataclass(frozen=True, slots=True)
class ReadField:
    """One key as read from the page.

    Args:
        key: The front-matter key.
        value: What goes into the letter.
        span: Where on the page it was read; None when it was supplied (a flag, a default).
        confidence: 0-1.
    """

    key: str
    value: Value
    span: Span | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the page that goes nowhere, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter read from a page, not yet written.

    Args:
        fields: The front matter, in the order in which it will be written.
        text: The letter's text and notes, as they will be written after the front matter.
        text_spans: Where on the page the words of ``text`` stand.
        dropped: What was left out. Fields, text, markers and dropped tile the page's non-blank code points; fields that
            were read in the letter's own words lie inside the text.
        warnings: What an editor should look at, one line each.
        origin: The file it was read from, as the user should see it.
        markers: Where on the page the markers stand, and the numbers of the notes, and the label each became.
        path: Where it would be written, as the user should see it.
        losses: What a marked-up source says that a letter cannot hold, each kind once.
        file: The letter's file, where our own export gives it whole; what was read stands over it.
        line: The line of that file where it begins; 0 where that is not known, or ``origin`` says it. Of HTML it is 1:
            the lines of its text are not those of the file.
        page: The whole page that spans count in, so that what was read and dropped can be shown; ``""`` elsewhere.
        counted: Whether the page's lines are those of the file, as they are not of HTML.
    """

    fields: tuple[ReadField, ...]
    text: str
    text_spans: tuple[Span, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()
    origin: str = ""
    markers: tuple[Marker, ...] = ()
    path: str = ""
    losses: tuple[str, ...] = ()
    file: str = ""
    line: int = 0
    page: str = ""
    counted: bool = True

    @property
    def place(self) -> str:
        """Where it was read, as messages begin: the file, and the line where one is known."""
        return f"{self.origin}:{self.line}" if self.origin and self.line else self.origin

    def get(self, key: str) -> str:
        """Return a scalar's text, or ``""``."""
        return next((f.value for f in self.fields if f.key == key and isinstance(f.value, str)), "")

    def all(self, key: str) -> tuple[str, ...]:
        """Return a list's members, or an empty tuple."""
        for field in self.fields:
            if field.key == key:
                value = field.value
                return (value,) if isinstance(value, str) else tuple(v for v in value if isinstance(v, str))
        return ()
