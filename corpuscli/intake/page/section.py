"""One letter of a page, in lines: its opening, text, source lines and notes."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.intake.page.candidates import lettered
from corpuscli.intake.page.sources import SourceLine
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.intake.page.dateline import DateLine
    from corpuscli.intake.page.lines import Line
    from corpuscli.intake.page.opening import Opening


@dataclass(slots=True)
class Section:
    """One letter of a page, in lines.

    Args:
        opening: Its number, header and date line.
        head: The lines of the opening.
        above: Lines over the opening that belong to nothing.
        text: The lines of its text.
        sources: Its source lines with what they say.
        headings: The headings of its notes.
        notes: The lines of its notes.
        foot: Lines under its text that tell of it.
        written: The date that one of them names.
        sent: Where they say that it was sent from, and where to.
        again: Lines of the notes that stand there a second time.
        below: What the page says under the letter that is not of it.
    """

    opening: Opening | None = None
    head: list[Line] = field(default_factory=list["Line"])
    above: list[Line] = field(default_factory=list["Line"])
    text: list[Line] = field(default_factory=list["Line"])
    sources: list[tuple[Line, SourceLine]] = field(default_factory=list[tuple["Line", SourceLine]])
    headings: list[Line] = field(default_factory=list["Line"])
    notes: list[Line] = field(default_factory=list["Line"])
    foot: list[Line] = field(default_factory=list["Line"])
    written: DateLine | None = None
    sent: tuple[Line | None, Line | None] = (None, None)
    again: list[Line] = field(default_factory=list["Line"])
    below: list[Line] = field(default_factory=list["Line"])
    _letters: set[str] = field(default_factory=set[str])
    _looked: int = 0

    @property
    def letters(self) -> set[str]:
        """The letters in its text that may be markers; of the text only what has come since is looked at again."""
        if self._looked > len(self.text):
            self._letters, self._looked = set(), 0
        self._letters.update(mark.label for line in self.text[self._looked :] for mark in lettered(line))
        self._looked = len(self.text)
        return self._letters

    @property
    def closed(self) -> bool:
        """Whether something under its text says that the text is over."""
        first = self.text[0].start if self.text else -1
        return bool(self.text) and any(line.start > first for line in (*self.foot, *(one for one, _ in self.sources)))
