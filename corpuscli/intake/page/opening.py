"""How a letter opens: its number, its header, its date line; in any order, and any of them missing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches, pattern
from corpuscli.intake.page.apparatus import file_of, is_about, is_file, is_receipt, posted_to
from corpuscli.intake.page.dateline import DateLine, date_in, parse_dateline
from corpuscli.intake.page.headers import Header, is_address, parse_header
from corpuscli.intake.page.labelled import Labelled, is_label, read_labels
from corpuscli.intake.page.lines import Line, joined
from corpuscli.intake.page.numbers import bare_number, leading_number, read_number
from corpuscli.intake.page.towns import is_place
from corpuscli.model.values import dataclass
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.intake.page.sources import SourceLine

_INITIAL = later(r"(?<![^\W\d_])[A-ZА-ЯЁ]\.$")
_LEADING_OVER = later(r"[\s,]+(?:vom|dated|of|du|le|den|от)$")
_WRAPPED = 3
"""The most lines that one header takes."""
_APART = 2
"""The most lines that may stand between a header and its date line."""
_LONGEST = 200
_BETWEEN = 2
_CAPTION = 60
"""Between a header and labels, the most lines, and the most code points of one."""
_MAY_BE_PROSE = 0.6
"""How much a sentence may look like a header: ``The army gave its trains to the party in March.``"""
_LEAST_SURE = 0.75
"""How much a line must look like a header to be one with little else to say so."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The first lines of a letter.

    Args:
        number: Its number in the edition.
        header: Its header.
        date: Its date line.
        above: Lines between these that belong to none of them.
        first: Which line it begins with.
        end: Which line follows it.
        sources: Lines among them that tell where the letter is kept.
        posted: Where it was sent.
    """

    number: Line | None
    header: Header | None
    date: DateLine | None
    above: tuple[Line, ...]
    first: int
    end: int
    sources: tuple[tuple[Line, SourceLine], ...] = ()
    posted: Line | None = None

    @property
    def weight(self) -> float:
        """How much it looks like the opening of a letter, 0 to 1."""
        number, date = 0.35 * bool(self.number), 0.3 * bool(self.date)
        return number + date + (0.4 * self.header.likeness + 0.07 * self._apart if self.header else 0.0)

    @property
    def _apart(self) -> bool:
        """Whether header and date stand on lines of their own, and the header names both sides, or a type of letter."""
        header, date = self.header, self.date
        if header is None or date is None or date.date.line.start < header.line.end:
            return False
        both = header.settled and bool(header.senders and header.recipients) and header.likeness > _MAY_BE_PROSE
        return header.kind is not None or both


def is_numbered(line: Line) -> bool:
    """Tell whether a letter begins with a line for sure: with its number alone, or before its header."""
    found = read_number(line)
    if found:
        return not found[1].text or _is_header(found[1])
    led = leading_number(line) if len(line.text) <= _LONGEST else None
    return led is not None and _is_header(led[1])


def read_opening(page: str, lines: Sequence[Line], at: int, *, day_first: bool | None = None) -> Opening | None:
    """Read the opening that begins just at a line.

    Args:
        page: The page's text.
        lines: Its lines.
        at: Which line.
        day_first: Whether 3/4/21 is the third of April.
    """
    labelled = read_labels(lines, at, day_first=day_first)
    if labelled and labelled.date is None:
        date, more, end = _dateline(lines, labelled.end, day_first=day_first)
        if date:
            return Opening(labelled.number, labelled.header, date, more, at, end, labelled.sources)
    if labelled:
        return Opening(labelled.number, labelled.header, labelled.date, (), at, labelled.end, labelled.sources)
    lead = _number(lines, at)
    number, line, after = lead
    header, date, end = _header(page, lines, lead, day_first=day_first)
    if header and is_address(header) and number is None:
        return None
    if header is None and number is not None and line is not None and line not in lines[at : at + 1]:
        date = parse_dateline(line, day_first=day_first) if lines[at].start <= line.start < lines[at].end else None
    if header is None and number is not None and date is None:
        end = after - 1 if line in lines[at + 1 : after] else after
    if header and (below := _labels_below(lines, end, day_first=day_first)) and (below[1].date or date):
        between, said = below
        date = date if date and (date.place or said.date is None) else said.date
        date = DateLine(date.date, said.place) if date and date.place is None and said.place else date
        number = number or said.number
        return Opening(number, _fuller(header, said.header), date, between, at, said.end, said.sources)
    about = [*lines[at + (number is not None) : after - 1]] if line in lines[at + 1 : after] else []
    if date is None:
        date, more, end = _dateline(lines, end if number or header else at, day_first=day_first)
        about += more
        header, end = (header, end) if header or not date else _under_date(page, lines, end)
    if not (number or header or date):
        return None
    kept = {one: found for one in about if (found := file_of(one)) and found.sources}
    posted = next((place for one in about if (place := posted_to(one))), None)
    above = tuple(one for one in about if one not in kept and posted_to(one) is None)
    return Opening(number, header, date, above, at, end, tuple(kept.items()), posted)


def _labels_below(
    lines: Sequence[Line], at: int, *, day_first: bool | None
) -> tuple[tuple[Line, ...], Labelled] | None:
    """Read labels under a header, and what stands between: the caption of a table, links to other letters."""
    for first in range(at, min(at + _BETWEEN + 1, len(lines))):
        found = read_labels(lines, first, day_first=day_first)
        if found and found.header.line == lines[first] and is_label(lines[first]):
            return tuple(lines[at:first]), found
        if len(lines[first].text) > _CAPTION:
            break
    return None


def _fuller(header: Header, labelled: Header) -> Header:
    """Return a header whose sides are those that labels name, where they name them."""
    sides = labelled.senders or header.senders, labelled.recipients or header.recipients
    return Header(header.line, *sides, header.kind, header.likeness, header.settled or all(sides))


def _under_date(page: str, lines: Sequence[Line], at: int) -> tuple[Header | None, int]:
    """Read a header that stands under its date line; only one that names both sides is sure."""
    if at >= len(lines):
        return None, at
    header, date, end = _header(page, lines, (None, lines[at], at + 1), day_first=None)
    sure = header is not None and date is None and header.senders and header.recipients and not is_address(header)
    return (header, end) if sure else (None, at)


_Lead = tuple["Line | None", "Line | None", int]


def _number(lines: Sequence[Line], at: int) -> _Lead:
    """Return the number, the line (or rest of one) that should be the header, and which line follows that."""
    found = read_number(lines[at])
    if found and found[1].text:
        return found[0], found[1], at + 1
    led = leading_number(lines[at]) if found is None and len(lines[at].text) <= _LONGEST else None
    if led and (_is_header(led[1]) or _is_dated(lines, led[1], at + 1, numbered=False)):
        return *led, at + 1
    bare = found[0] if found else bare_number(lines[at])
    if bare is None and not is_file(lines[at]):
        return None, lines[at], at + 1
    below = _below(lines, at + 1)
    headed = below < len(lines) and (
        _is_header(lines[below]) or _is_dated(lines, lines[below], below + 1, numbered=True)
    )
    if headed:
        return bare, lines[below], below + 1
    if found:
        return (bare, lines[at + 1], at + 2) if at + 1 < len(lines) else (bare, None, at + 1)
    return None, lines[at], at + 1


def _below(lines: Sequence[Line], at: int) -> int:
    """Return which line follows those that tell a file, a register's number or how secret a letter is."""
    end = at
    while end < min(at + _APART, len(lines)) and _is_apparatus(lines[end]):
        end += 1
    return end


def _is_apparatus(line: Line) -> bool:
    return is_about(line) or posted_to(line) is not None or file_of(line) is not None


def _is_header(line: Line) -> bool:
    header = parse_header(line) or parse_header(_inline_date(line)[1])
    sure = header is not None and (header.likeness >= _LEAST_SURE or header.kind is not None)
    return header is not None and sure and not is_address(header)


def _is_dated(lines: Sequence[Line], line: Line, after: int, *, numbered: bool) -> bool:
    """Whether a line at a number may be a header, and a date line under it, or capitals, make it one.

    Where the number stands on the line itself, a note may begin so: one side of a header will not do.
    """
    dated = _dateline(lines, after, day_first=None)[0] is not None
    bare = _inline_date(line)[1] if numbered else line
    header = parse_header(bare, alone=True, numbered=numbered, enclosed=numbered and dated)
    return header is not None and not is_address(header) and (dated or (numbered and line.text.isupper()))


def _header(
    page: str, lines: Sequence[Line], lead: _Lead, *, day_first: bool | None
) -> tuple[Header | None, DateLine | None, int]:
    """Read a header from a line, or from it joined with the next where that reads better."""
    number, line, after = lead
    if line is None:
        return None, None, after
    date, bare = _inline_date(line, day_first=day_first)
    best, end = parse_header(bare, alone=number is not None or date is not None, numbered=number is not None), after
    if (best is None or not _sides(best)) and _dateline(lines, after, day_first=day_first)[0] is not None:
        best = parse_header(bare, alone=True, numbered=number is not None, enclosed=True)
    for last in range(after, min(after + _WRAPPED - 1, len(lines))):
        if date or not _goes_on(lines[last - 1] if last > after else line):
            break
        lines_of = joined(page, line, lines[last])
        dated = _dateline(lines, last + 1, day_first=day_first)[0] is not None
        best = None if line.text.endswith(",") and last == after and not date else best
        whole = parse_header(lines_of, numbered=number is not None, enclosed=dated)
        if whole and (best is None or _sides(whole) > _sides(best)):
            best, end = whole, last + 1
    return (best, date, end) if best else (None, None, after)


def _sides(header: Header) -> int:
    return len(header.senders) * len(header.recipients)


@cache
def _unfinished() -> re.Pattern[str]:
    joints = "|".join((pattern("to"), pattern("joiner"), pattern("dash"), pattern("from"), "of the", ","))
    return re.compile(
        rf"(?:.*(?:\s|^))?(?:{joints})$|.*,$|{pattern('type')}\b.*(?:[^.]|\s[A-ZА-Я]\.)$", re.IGNORECASE | re.DOTALL
    )


def _goes_on(line: Line) -> bool:
    """Whether a header's line ends so that the next must belong to it."""
    return _unfinished().match(line.text) is not None


def _inline_date(line: Line, *, day_first: bool | None = None) -> tuple[DateLine | None, Line]:
    """Part a header from the date that ends it: ``A to B. March 10, 1921``."""
    found = date_in(line, day_first=day_first)
    told = found is not None and (found.dated or bool(found.problem))
    if found and told and not line.text[found.line.end - line.start :].strip(" .)]"):
        before = line.part(0, found.line.start - line.start).without_tail(",.;:([")
        led = _LEADING_OVER.search(before.text)
        before = before.part(0, led.start()).without_tail(",.;") if led else before
        sentence = -1 if _INITIAL.search(before.text, 0, before.text.rfind(". ") + 1) else before.text.rfind(". ")
        for stop in (sentence, before.text.rfind("("), before.text.rfind(", ")):
            place = before.part(stop + 1).without_head(".[") if stop > 0 else None
            sure = not before.text.startswith(",", max(stop, 0)) or (led and led[0].strip(" ,") in ("le", "den"))
            named = place and (is_place(place) if sure else matches("place", place.words))
            if place and named and parse_header(before.part(0, stop)):
                return DateLine(found, place), before.part(0, stop)
        if before.text:
            return DateLine(found), before
    return None, line


def _dateline(
    lines: Sequence[Line], at: int, *, day_first: bool | None
) -> tuple[DateLine | None, tuple[Line, ...], int]:
    """Read the date line under a header; one without a year is the letter's own, and stays in its text."""
    for end in range(at, min(at + _APART + 1, len(lines))):
        found = None if is_file(lines[end]) else parse_dateline(lines[end], day_first=day_first)
        if found and (found.date.dated or found.date.problem) and not is_receipt(lines[end]):
            return found, tuple(lines[at:end]), end + 1
        if not _is_apparatus(lines[end]):
            break
    files = at
    while files < len(lines) and files < at + _APART and file_of(lines[files]):
        files += 1
    return None, tuple(lines[at:files]), files
