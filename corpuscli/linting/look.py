"""One look at a letter, shared by all rules: whatever costs time is found once, when first asked for."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.letter import Pairs
from corpuscli.model.once import Once
from corpuscli.model.span import Span
from corpuscli.store.index.content import digest_of
from corpuscli.text import footnotes
from corpuscli.text.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from corpuscli.linting.context import Context
    from corpuscli.model.citation import Citation
    from corpuscli.model.date import Date
    from corpuscli.model.letter import Letter
    from corpuscli.model.note import Marker, Note


_DAY = r"\b(?:[^\W\d_]{3,} \d{1,2}(?:st|nd|rd|th)?, ?|\d{1,2}(?:st|nd|rd|th|\.)? [^\W\d_]{3,}\.? )\d{4}\b"
"""What may be a day in running text: ``March 9, 1921``, ``9 March 1921``, ``9. März 1921``."""
PARTIES = frozenset(("senders", "recipients"))
CITING = frozenset(("source", "published"))
"""Keys whose values are citations."""
PRINTED = bytes((0x0A, *range(0x20, 0x7F)))
"""What ASCII can print, and the line feed."""


if TYPE_CHECKING:
    Named = tuple[str, str, tuple[int, int]]
    """A key, one text that stands under it, and where, as two offsets: hardly any of them is ever quoted."""


class Look:
    """A letter and what is known of it. All spans count in ``source``.

    Args:
        letter: The letter.
        context: The corpus it belongs to.
    """

    def __init__(self, letter: Letter, context: Context) -> None:
        self.letter, self.context = letter, context
        self.source, self.path = letter.source, letter.path
        self._dates: dict[str, Date] = {}

    @property
    def digest(self) -> bytes:
        """The digest of the file's bytes, under which the index keeps what was found in them."""
        return digest_of(self.source.encode("utf-8", "surrogatepass"))

    @Once
    def positions(self) -> Positions:
        """From offsets to lines and columns."""
        return Positions(self.source)

    @Once
    def notes(self) -> tuple[Note, ...]:
        """The notes, in the order of the file."""
        return footnotes.notes_of(self.letter)

    @Once
    def markers(self) -> tuple[Marker, ...]:
        """The markers in text and notes."""
        body = self.letter.body
        return footnotes.find_markers(body.of(self.source), body.start)

    @Once
    def parts(self) -> tuple[tuple[str, Span], ...]:
        """The parts: ``text`` and ``note:LABEL``."""
        return footnotes.parts_of(self.source, self.letter.body, self.notes)

    @Once
    def body_lines(self) -> list[str]:
        """The lines of text and notes, without their line feeds; none that is empty."""
        return [line for line in self.letter.body.of(self.source).split("\n") if line]

    @Once
    def values(self) -> tuple[Named, ...]:
        """Every text of the front matter with its key and its place, members of lists and mappings one by one."""
        found: list[Named] = []
        for field in self.letter.fields:
            key, value, places = field.key, field.value, field.places
            if isinstance(value, str):
                found.append((key, value, field.place))
                continue
            members = [pair[1] for pair in value] if isinstance(value, Pairs) else value
            for item, *place in zip(members, places[4::2], places[5::2], strict=True):
                if isinstance(item, str):
                    found.append((key, item, (place[0], place[1])))
        return tuple(found)

    @Once
    def parties(self) -> tuple[Named, ...]:
        """Every sender and recipient with its key and its place."""
        return tuple([value for value in self.values if value[0] in PARTIES and value[1]])

    @Once
    def citations(self) -> tuple[tuple[str, Citation], ...]:
        """Every citation with its part: source, published, text or note:LABEL; an ibid may lean on an earlier part."""
        from corpuscli.text.citations import find_citations

        places = [(key, Span(*place)) for key, _, place in self.values if key in CITING]
        found: list[tuple[str, Citation]] = []
        for part, span in (*places, *self.parts):
            before = found[-1][1] if found else None
            cited = find_citations(span.of(self.source), self.context.registers, before)
            found += ((part, one.moved(span.start)) for one in cited)
        return tuple(found)

    @Once
    def odd(self) -> frozenset[str]:
        """The code points of the file that show nothing or cannot be told from a blank; line feeds not counted.

        What ASCII can print is taken away at the speed of C; of most files little is left to look at.
        """
        rest = self.source.encode("utf-8", "surrogatepass").translate(None, PRINTED).decode("utf-8", "surrogatepass")
        return frozenset() if rest.isprintable() else frozenset(c for c in set(rest) if not c.isprintable())

    def edtf(self, value: str) -> Date:
        """Read a date of the front matter.

        Raises:
            DateError: It is no EDTF.
        """
        if value not in self._dates:
            from corpuscli.text.dates.edtf import parse_edtf

            self._dates[value] = parse_edtf(value)
        return self._dates[value]

    def day(self, key: str) -> Date | None:
        """Read a date of the front matter by its key; None where there is none, or one that cannot be read."""
        value = self.letter.get(key)
        try:
            return self.edtf(value) if value else None
        except DateError:
            return None

    def days(self, span: Span) -> tuple[tuple[Span, date], ...]:
        """Return the full dates of a stretch of running text, where they stand and which day they are."""
        from corpuscli.text.dates.printed import parse_printed

        found: list[tuple[Span, date]] = []
        for match in re.compile(_DAY).finditer(self.source, span.start, span.end):
            with contextlib.suppress(DateError):
                day = parse_printed(match[0], self.language)
                if day.earliest is not None and day.earliest == day.latest:
                    found.append((Span(*match.span()), day.earliest))
        return tuple(found)

    @property
    def language(self) -> str | None:
        """The letter's language, or the corpus's, or None."""
        return self.letter.get("language") or self.context.config.language or None

    def in_body(self, pattern: str) -> Iterator[re.Match[str]]:
        """Search text and notes, ``^`` and ``$`` at every line; what is found has its place in ``source``."""
        return re.compile(pattern, re.MULTILINE).finditer(self.source, self.letter.body.start)

    def line_of(self, offset: int) -> Span:
        """Return the line an offset stands in, without its line end."""
        start = self.source.rfind("\n", 0, offset) + 1
        end = self.source.find("\n", offset)
        return Span(start, len(self.source) if end < 0 else end)
