"""Where one letter of a page ends and the next begins, as their openings and signatures tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.data.pages import matches
from corpuscli.intake.page.signature import signs

if TYPE_CHECKING:
    from corpuscli.intake.page.lines import Line
    from corpuscli.intake.page.opening import Opening
    from corpuscli.intake.page.section import Section

_SHORTEST = 3
"""How many lines of text a letter has at least that others follow."""
_NAMED = 0.9
_SIGNATURE = 5


def goes_on(section: Section, opening: Opening) -> bool:
    """Whether an opening without a number is of the letter that has nothing but one, and a source block, above it."""
    above = section.opening
    numbered_only = above is not None and above.number is not None and not (above.header or above.date)
    return numbered_only and not section.text and opening.number is None and opening.header is not None


def is_another(before: Opening, opening: Opening) -> bool:
    """Whether a header under a sure one is that of a further letter, and not the same with more about it."""
    one, other = before.header, opening.header
    return bool(one and other and one.likeness >= _NAMED <= other.likeness and one.line.words != other.line.words)


def is_over(opening: Opening, at: int, line: Line) -> bool:
    """Whether a letter whose opening is whole has text enough, or notes, above a line, so that no more of it opens."""
    whole = opening.header is not None and opening.date is not None
    return whole and (at >= opening.end + _SHORTEST or matches("notes", line.text))


def is_full(opening: Opening) -> bool:
    """Whether number, header and, on a line of its own, a date are there: a numbered note has none under it."""
    header, date = opening.header, opening.date
    apart = opening.end > opening.first + 1
    return bool(opening.number and header and date and apart and date.date.line.start > header.line.end)


def is_signed(section: Section) -> bool:
    """Whether the last line of the text is the sender's name, and little else."""
    last = section.text[-1]
    header = section.opening.header if section.opening else None
    senders = header.senders if header else ()
    return len(last.text.split()) <= _SIGNATURE and any(signs(party.text, [last]) for party in senders)


def is_opened_only(section: Section) -> bool:
    """Whether nothing that stands under a text has come yet: what has may be words of the edition over it."""
    opened = len(section.opening.sources) if section.opening else 0
    return not section.notes and not section.foot and len(section.sources) <= opened
