"""Openings that label what they know: ``To: J. V. STALIN``, ``Written: May 14, 1921``, ``Source: ...``."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from corpuscli.data.pages import matches, value_of
from corpuscli.errors import DateError
from corpuscli.intake.page.dateline import DateLine, PrintedDate, date_in, parse_dateline
from corpuscli.intake.page.headers import Header, parse_header
from corpuscli.intake.page.numbers import bare_number
from corpuscli.intake.page.parties import likeness, split_parties
from corpuscli.intake.page.sources import SourceLine, labelled_source
from corpuscli.intake.page.towns import is_place
from corpuscli.model.values import dataclass
from corpuscli.text.dates import parse_printed
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpuscli.intake.page.lines import Line

_LABEL = re.compile(r"(?P<label>[^\W\d_][\w ,\\/-]{1,30}\.?)\s*:\s*(?=\S)")
_AGAIN = later(r"(?<=[.;|·•])\s+(?P<label>[^\W\d_][\w ,\\/-]{1,30}\.?)\s*:\s*(?=\S)")
"""A further label on the same line."""
_TITLE = re.compile(r"(?:to|letter|telegram|note|message|telephone message)s?\b", re.IGNORECASE)
"""How a title between writer and labels begins: ``LETTER TO THE CENTRAL COMMITTEE``."""
_LIVED = later(r",?\s\(?(?:\d{4}\s?[–—-]\s?(?:\d{4})?|[*†]\s?\d{4}|b\.\s?\d{4})\)?$")
_NOTHING = later(r"[—–?-]+|n/?a|unknown|none|unbekannt|неизвестно|inconnu", re.IGNORECASE)
_SENT = later(r"(?<=[.;]\s)Sent from (?P<place>[^\W\d_a-zа-я][\w’' -]{2,24}?)(?=\sto\s|\.)")
"""Where a letter was sent from, behind where it was published."""
_LEAST = 2
"""How many labelled lines make such an opening."""
_NAMED = 0.8
_ABOVE = 3
"""The most lines over the labels: the writer's name, a number, a title."""
_OTHERS = 3
"""The most labels in a row that say nothing of a letter to us."""
_PLACE_WORDS = 6

Said: TypeAlias = "Mapping[str, list[tuple[Line, Line]]]"


@dataclass(frozen=True, slots=True)
class Labelled:
    """What labelled lines say.

    Args:
        header: Who writes to whom.
        date: When, and perhaps where.
        sources: Each line that tells where the letter is kept or was published.
        end: Which line follows.
        number: The letter's number, which may stand over the labels.
        place: Where it was written, where no date is said.
    """

    header: Header
    date: DateLine | None
    sources: tuple[tuple[Line, SourceLine], ...]
    end: int
    number: Line | None = None
    place: Line | None = None


def read_labels(lines: Sequence[Line], at: int, *, day_first: bool | None = None) -> Labelled | None:
    r"""Read an opening of labelled lines; the writer's name, a number and a title may stand above them.

    >>> from corpuscli.intake.page.lines import split_lines
    >>> found = read_labels(split_lines("To: J. V. STALIN\nWritten: May 14, 1921"), 0)
    >>> found.header.recipients[0].text, found.date.date.edtf
    ('J. V. STALIN', '1921-05-14')
    >>> page = "Sender: K. Linn\nExtent: 2 pages\nDate: May 4, 1920. Place: Riga. MS: Riga, MS 7."
    >>> found = read_labels(split_lines(page), 0)
    >>> found.date.place.text, found.sources[0][1].sources[0].text, found.end
    ('Riga', 'Riga, MS 7', 3)
    """
    lead = _lead(lines, at)
    said, end = _said(lines, at + lead.lines)
    count = sum(len(values) for values in said.values())
    if count < _LEAST or not said.keys() & {"recipients", "senders", "date"}:
        return None
    titled = lead.header
    senders = _parties(said, "senders") or (split_parties(lead.writer) if lead.writer else ())
    recipients = _parties(said, "recipients") or (titled.recipients if titled else ())
    date, place = _date(said, day_first=day_first)
    kind = titled.kind if titled else None
    number = lead.number or next((found for _, value in said.get("number", ()) if (found := bare_number(value))), None)
    likely = 1.0 if recipients or senders else 0.5
    return Labelled(Header(lines[at], senders, recipients, kind, likely), date, _sources(said), end, number, place)


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands over labels: so many lines, the writer, the number, whom a title names."""

    lines: int = 0
    writer: Line | None = None
    number: Line | None = None
    header: Header | None = None


def _lead(lines: Sequence[Line], at: int) -> _Lead:
    """Read what stands over labels; nothing where it is anything else."""
    first = next((n for n in range(at, min(at + _ABOVE + 1, len(lines))) if _label(lines[n])), None)
    if first is None:
        return _Lead()
    rest = [*lines[at:first]]
    named = rest and likeness(rest[0].words) >= _NAMED and not matches("type", rest[0].words.rpartition(" ")[2])
    writer = rest.pop(0) if named else None
    number = bare_number(rest[0]) if rest else None
    rest = rest[1:] if number else rest
    title = rest.pop(0) if rest else None
    header = parse_header(title, alone=True) if title else None
    if rest or (title and not (header and not header.senders) and not (writer and _TITLE.match(title.text))):
        return _Lead()
    following = _label(lines[first])
    if writer and not title and not (following and following[0] == "recipients"):
        return _Lead()
    return _Lead(first - at, writer, number, header) if writer or title else _Lead()


def _said(lines: Sequence[Line], at: int) -> tuple[dict[str, list[tuple[Line, Line]]], int]:
    """Return what labelled lines say, by what their labels mean, and which line follows them."""
    said: dict[str, list[tuple[Line, Line]]] = {}
    end = here = at
    while here < len(lines) and here - end <= _OTHERS:
        parts = _parts(lines[here])
        if parts:
            for part, key, value in parts:
                if not _NOTHING.fullmatch(value.text):
                    said.setdefault(key, []).append((part, value))
            end = here + 1
        elif not said or not _LABEL.match(lines[here].text):
            break
        here += 1
    return said, end


def _parts(line: Line) -> list[tuple[Line, str, Line]]:
    """Part a line that has several labels; each with what it means, and its value."""
    first = _label(line)
    if first is None:
        return []
    cuts = [found for found in _AGAIN.finditer(line.text) if matches("label", found["label"].strip())]
    bounds = [0, *(found.start() for found in cuts), len(line.text)]
    parts = [line.part(start, end) for start, end in pairwise(bounds)]
    return [(part, *found) for part in parts if (found := _label(part))]


def is_label(line: Line) -> bool:
    """Tell whether a line begins with a label that says something of a letter."""
    return _label(line) is not None


def is_labelled(line: Line) -> bool:
    """Tell whether a line labels to whom or when: ``To: G. K. Orjonikidze``."""
    found = _label(line)
    return found is not None and found[0] in ("recipients", "senders", "date")


def labelled_sources(line: Line) -> tuple[tuple[Line, SourceLine], ...]:
    """Read a line of several labels that tells where a letter is kept, in what form, or where it was published."""
    parts = _parts(line)
    known = all(key in ("source", "form", "published", "") for _, key, _ in parts)
    said: dict[str, list[tuple[Line, Line]]] = {}
    for part, key, value in parts:
        said.setdefault(key, []).append((part, value))
    return _sources(said) if known and len(parts) >= _LEAST else ()


def labelled_source_of(line: Line) -> SourceLine | None:
    """Read a line whose one label says where a letter is kept, in what form, or where it was published."""
    found = _label(line)
    return labelled_source(*found) if found and found[0] in ("source", "form", "published") else None


def _label(line: Line) -> tuple[str, Line] | None:
    """Return the key that a line's label means, ``""`` for one that says nothing of the letter, and the value."""
    found = _LABEL.match(line.text)
    if found is None or not matches("label", found["label"].strip()):
        return None
    return value_of("label", found["label"].strip()), line.part(found.end()).without_tail(".|·•")


def _parties(said: Said, key: str) -> tuple[Line, ...]:
    """Return the parties that labels name; years of somebody's life are no part of the name.

    Where a name before such years is turned round, so are the others: ``Jessop, Mabel, 1874–1952``.
    """
    values = [value for side in ("senders", "recipients") for _, value in said.get(side, ())]
    turned = any(_LIVED.search(value.text) and _without_life(value).text.count(",") == 1 for value in values)
    found: list[Line] = []
    for _, value in said.get(key, ()):
        bare = _without_life(value)
        found += [bare] if turned and bare.text.count(",") == 1 else split_parties(bare)
    return tuple(found)


def _without_life(value: Line) -> Line:
    lived = _LIVED.search(value.text)
    return value.part(0, lived.start()) if lived else value


def _sources(said: Said) -> tuple[tuple[Line, SourceLine], ...]:
    """Return what labels say of where a letter is kept or was published; what another label says more fully once."""
    fullest = [value.text for _, value in said.get("source", ())]
    return tuple(
        (part, labelled_source(key, value))
        for key in ("source", "form", "published")
        for part, value in said.get(key, ())
        if key != "source" or not any(value.text in other and value.text != other for other in fullest)
    )


def _date(said: Said, *, day_first: bool | None) -> tuple[DateLine | None, Line | None]:
    """Return when, and where; the place alone where no day is said."""
    places = [value for _, value in said.get("place", ()) if is_place(value) or _is_named(value)]
    sent = (
        found and value.part(*found.span("place"))
        for _, value in said.get("published", ())
        for found in [_SENT.search(value.text)]
    )
    place = places[0] if places else next(filter(None, sent), None)
    for _, value in said.get("date", ()):
        whole = _whole(value) or parse_dateline(value, day_first=day_first)
        if whole:
            return DateLine(whole.date, whole.place or place), None
        date = date_in(value, day_first=day_first)
        if date:
            return DateLine(date, place), None
    return None, place


def _whole(value: Line) -> DateLine | None:
    """Read a value that is a date and nothing else, in whatever order: ``1921 May 6``."""
    if not value.text[0].isdecimal() or "," in value.text:
        return None
    try:
        return DateLine(PrintedDate(value, parse_printed(value.text).edtf))
    except DateError:
        return None


def _is_named(value: Line) -> bool:
    """Whether words that a label calls a place may be one."""
    return value.text[0].isupper() and len(value.text.split()) <= _PLACE_WORDS and not value.text.endswith((".", "!"))
