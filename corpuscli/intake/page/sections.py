"""Parts a page into its letters, and each letter into opening, text, source lines and notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches
from corpuscli.intake.page.apparatus import file_of, is_file
from corpuscli.intake.page.bounds import goes_on, is_another, is_full, is_opened_only, is_over, is_signed
from corpuscli.intake.page.foot import FootLine, read_foot
from corpuscli.intake.page.labelled import labelled_source_of, labelled_sources
from corpuscli.intake.page.notes import numbered, opens_note, without_repeat
from corpuscli.intake.page.opening import Opening, read_opening
from corpuscli.intake.page.section import Section
from corpuscli.intake.page.shelves import parse_form, parse_shelf
from corpuscli.intake.page.sources import SourceLine, parse_after_source, parse_source
from corpuscli.intake.page.tails import answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpuscli.intake.page.lines import Line

_SEARCHED = 12
"""How many lines from the top may come before the first letter's opening."""
_SURE = 0.6
"""Weight of an opening that begins a further letter."""
_FAIR = 0.3
"""Weight of an opening at the page's top."""


def divide(page: str, lines: Sequence[Line], *, day_first: bool | None = None) -> list[Section]:
    """Part the lines that remain when the page's frame is taken off into letters.

    Args:
        page: The page's text.
        lines: Its lines without the frame.
        day_first: Whether 3/4/21 is the third of April.
    """
    return list(_Divider(page, lines, day_first=day_first).sections())


class _Divider:
    """Walks down the lines once."""

    def __init__(self, page: str, lines: Sequence[Line], *, day_first: bool | None) -> None:
        self._page, self._lines, self._day_first = page, lines, day_first
        self._at = 0
        self._openings: dict[int, Opening | None] = {}
        self._unnoted: list[Line] = []  # text above whose notes may still come
        self._tried = 0

    def sections(self) -> Iterator[Section]:
        """Yield the letters in the order of the page."""
        section = self._first()
        while True:
            self._fill(section)
            self._unnoted = [] if section.notes else [*self._unnoted, *section.text]
            yield section
            if self._at >= len(self._lines):
                return
            section = Section()
            self._open(section, self._opening(self._at))

    def _opening(self, at: int) -> Opening | None:
        if at not in self._openings:
            self._openings[at] = read_opening(self._page, self._lines, at, day_first=self._day_first)
        return self._openings[at]

    def _open(self, section: Section, opening: Opening | None) -> None:
        section.opening = opening
        if opening:
            section.text += opening.above
            section.sources += opening.sources
            named = (*opening.above, *(line for line, _ in opening.sources))
            section.head += [line for line in self._lines[opening.first : opening.end] if line not in named]
            self._at = opening.end

    def _first(self) -> Section:
        """Find the first letter's opening: the weightiest among the first lines."""
        section, best = Section(), None
        for at, line in enumerate(self._lines[:_SEARCHED]):
            if len(line.text) > _LONG or parse_source(line) or (best and is_over(best, at, line)):
                break
            opening = self._opening(at)
            if best and opening and is_another(best, opening):
                break
            if opening and opening.weight >= _FAIR and (best is None or opening.weight > best.weight + 0.01):
                best = opening
            if best and best.weight >= _SURE:
                break
        if best and best.first:
            (section.above if best.header or best.number else section.text).extend(self._lines[: best.first])
        self._open(section, best)
        told = (read_foot(line, day_first=self._day_first) for line in section.above)
        section.written = next((one.date for one in told if one and one.date), None)
        return section

    def _fill(self, section: Section) -> None:
        """Take a letter's text, source lines and notes, up to the next letter's opening."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if matches("notes", line.text) and (section.text or section.sources):
                section.headings.append(line)
                self._at += 1
                self._notes(section)
                return
            if section.text and self._begins_notes(section):
                self._notes(section)
                return
            if matches("text_heading", line.text) and is_opened_only(section):
                section.above += [*section.text, line]
                section.text.clear()
                self._at += 1
                continue
            if section.text and matches("after", line.text):
                self._pass(section)
                return
            opening = self._next_opening(section)
            if opening and goes_on(section, opening):
                self._go_on(section, opening)
                continue
            if opening and (section.opening or section.text):
                return
            if opening:  # what stood above, such as a source block, belongs to this letter
                self._open(section, opening)
                continue
            self._line(section, line)

    def _pass(self, section: Section) -> None:
        """Pass over what the page says under a letter, up to a letter's number or notes."""
        while self._at < len(self._lines):
            opening = self._opening(self._at)
            if section.below and opening and opening.weight >= _SURE and opening.number:
                return
            if matches("notes", self._lines[self._at].text):
                section.headings.append(self._lines[self._at])
                self._at += 1
                self._notes(section)
                return
            section.below.append(self._lines[self._at])
            self._at += 1

    def _go_on(self, section: Section, opening: Opening) -> None:
        """Take a header for that of the letter whose number, and what tells where it is kept, stand above."""
        number = section.opening.number if section.opening else None
        self._open(section, replace(opening, number=number))

    def _line(self, section: Section, line: Line) -> None:
        several = labelled_sources(line) if section.text else ()
        if several:
            section.sources += several
            self._at += 1
            return
        source = parse_source(line) or self._after_source(section, line)
        foot = read_foot(line, day_first=self._day_first) if source is None and section.text else None
        if foot and self._ends(section):
            self._foot(section, line, foot)
        elif source := source or self._shelf(section, line):
            section.sources.append((line, source))
        else:
            section.text.append(line)
        self._at += 1

    def _after_source(self, section: Section, line: Line) -> SourceLine | None:
        return parse_after_source(line) if self._follows_source(section) else None

    def _follows_source(self, section: Section) -> bool:
        return bool(section.sources) and self._lines[self._at - 1] is section.sources[-1][0]

    def _foot(self, section: Section, line: Line, foot: FootLine) -> None:
        """Take a line under the text for what it tells of the letter."""
        section.written = section.written or foot.date
        section.sent = (section.sent[0] or foot.place, section.sent[1] or foot.posted)
        if foot.source:
            section.sources.append((line, foot.source))
        else:
            section.foot.append(line)

    def _shelf(self, section: Section, line: Line) -> SourceLine | None:
        """Read a source line of another form: between opening and text, or at the letter's foot."""
        found = parse_shelf(line, sure=True) or parse_form(line) or (file_of(line) if _is_wrapped(line) else None)
        if found is None:
            return None
        if section.text:  # what stands below is asked last: it takes long
            return found if (found.sources or not section.sources) and self._ends(section) else None
        return parse_shelf(line, sure=False) if section.opening else None

    def _ends(self, section: Section) -> bool:
        """Whether nothing of the letter's text stands under the line."""
        at = self._at + 1
        while at < min(self._at + _FOOT, len(self._lines)) and self._tells(self._lines[at]):
            at += 1
        if at >= len(self._lines):
            return True
        below = self._lines[at]
        if _label(below, section) is not None or opens_note(below) or matches("notes", below.text):
            return True
        opening = self._opening(at)
        return opening is not None and opening.weight >= _FAIR_AFTER

    def _tells(self, line: Line) -> bool:
        return read_foot(line) is not None or parse_source(line) is not None or parse_form(line) is not None

    def _begins_notes(self, section: Section) -> bool:
        """Whether notes begin here without a heading: under the source line or the signature, or as the text asks."""
        line = self._lines[self._at]
        label = _label(line, section)
        if label is None and (not opens_note(line) or read_foot(line)):
            return False
        rest = self._lines[self._at + 1 :]
        if section.closed or is_signed(section):
            tells = self._follows_source(section) and label is None and parse_after_source(line)
            return not tells and not any(matches("notes", other.text) for other in rest[:_NEAR])
        if label is None or self._tried >= _TRIES:
            return False
        self._tried += 1
        return answers([*self._unnoted, *section.text], self._below())

    def _below(self) -> Sequence[Line]:
        """Return the lines from here to the end of the letter."""
        end = self._at + 1
        while end < min(self._at + _TAIL, len(self._lines)):
            opening = self._opening(end)
            if opening and opening.weight >= _SURE and opening.header:
                break
            end += 1
        return self._lines[self._at : end]

    def _next_opening(self, section: Section) -> Opening | None:
        """Return the opening of a further letter, where one begins here."""
        if not (section.text or section.sources):
            return None
        opening = self._opening(self._at)
        least = _FAIR_AFTER if section.sources else _SURE
        return opening if opening and opening.weight >= least else None

    def _notes(self, section: Section) -> None:
        """Take lines as notes, up to the next letter."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            opening = self._opening(self._at)
            if opening and opening.weight >= _SURE and (numbered(line) is None or _is_number(line) or is_full(opening)):
                break
            if section.notes and matches("after", line.text):
                self._pass(section)
                break
            told = labelled_source_of(line) if section.notes and numbered(line) is None else None
            if told:
                section.sources.append((line, told))
            else:
                section.notes.append(line)
            self._at += 1
        once = without_repeat(section.notes)
        section.notes, section.again = section.notes[:once], section.notes[once:]


def _is_wrapped(line: Line) -> bool:
    return is_file(line) or (line.text[0] in "([" and line.text.rstrip(".")[-1] in ")]")


def _label(line: Line, section: Section) -> tuple[str, Line, Line] | None:
    return numbered(line, section.letters) if line.text[0].islower() else numbered(line)


_LONG = 250
_NEAR = 3
_FAIR_AFTER = 0.35
_FOOT = 6
"""The most lines under a letter that tell of it."""
_TAIL = 200
"""The most lines that are looked at to tell whether they are notes."""
_TRIES = 40
"""How often on a page: a page may be all numbers."""


def _is_number(line: Line) -> bool:
    return line.text.rstrip(".").isdigit()
