"""Openings that label what they know: ``To: J. V. STALIN``, ``Written: May 14, 1921``, ``Source: ...``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches, value_of
from corpuscli.intake.page.dateline import DateLine, date_in, parse_dateline
from corpuscli.intake.page.headers import Header, parse_header
from corpuscli.intake.page.parties import likeness, split_parties
from corpuscli.intake.page.sources import SourceLine, labelled_source
from corpuscli.intake.page.towns import is_place
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.intake.page.lines import Line

_LABEL = re.compile(r"(?P<label>[^\W\d_][\w ,\\/-]{1,30})\s*:\s*(?=\S)")
_TITLE = re.compile(r"(?:to|letter|telegram|note|message|telephone message)s?\b", re.IGNORECASE)
"""How a title between writer and labels begins: ``LETTER TO THE CENTRAL COMMITTEE``."""
_LEAST = 2
"""How many labelled lines make such an opening."""
_NAMED = 0.8


@dataclass(frozen=True, slots=True)
class Labelled:
    """What labelled lines say.

    Args:
        header: Who writes to whom.
        date: When, and perhaps where.
        sources: Each line that tells where the letter is kept or was published.
        end: Which line follows.
    """

    header: Header
    date: DateLine | None
    sources: tuple[tuple[Line, SourceLine], ...]
    end: int


def read_labels(lines: Sequence[Line], at: int, *, day_first: bool | None = None) -> Labelled | None:
    r"""Read an opening of labelled lines; the writer's name may stand above them.

    >>> from corpuscli.intake.page.lines import split_lines
    >>> found = read_labels(split_lines("To: J. V. STALIN\nWritten: May 14, 1921"), 0)
    >>> found.header.recipients[0].text, found.date.date.edtf
    ('J. V. STALIN', '1921-05-14')
    """
    titled = _is_writer(lines, at, 1) and _label(lines[at + 1]) is None and bool(_TITLE.match(lines[at + 1].text))
    above = lines[at] if titled or _is_writer(lines, at, 0) else None
    addressed = None if above else _addressed(lines, at)
    end = at + 1 + titled if above or addressed else at
    said: dict[str, list[tuple[Line, Line]]] = {}
    while end < len(lines) and (found := _label(lines[end])):
        key, value = found
        said.setdefault(key, []).append((lines[end], value))
        end += 1
    count = sum(len(values) for values in said.values())
    if count < _LEAST or not said.keys() & {"recipients", "senders", "date"}:
        return None
    senders = [party for _, value in said.get("senders", ()) for party in split_parties(value)]
    recipients = [party for _, value in said.get("recipients", ()) for party in split_parties(value)]
    recipients = recipients or list(addressed.recipients if addressed else ())
    senders = senders or list(split_parties(above) if above else ())
    sources = [
        (line, labelled_source(key, value)) for key in ("source", "published") for line, value in said.get(key, ())
    ]
    return Labelled(
        Header(lines[at], tuple(senders), tuple(recipients), None, 1.0 if recipients or senders else 0.5),
        _date(said, day_first=day_first),
        tuple(sources),
        end,
    )


def _addressed(lines: Sequence[Line], at: int) -> Header | None:
    """Read a title over labels that names to whom: ``TO G. I. SAFAROV``."""
    if at + 1 >= len(lines) or _label(lines[at]) or _label(lines[at + 1]) is None:
        return None
    header = parse_header(lines[at], alone=True)
    return header if header and not header.senders else None


def is_labelled(line: Line) -> bool:
    """Tell whether a line labels to whom or when: ``To: G. K. Orjonikidze``."""
    found = _label(line)
    return found is not None and found[0] in ("recipients", "senders", "date")


def _is_writer(lines: Sequence[Line], at: int, between: int) -> bool:
    """Whether a writer's name stands over the labels, with so many lines between."""
    below = at + 1 + between
    following = _label(lines[below]) if below < len(lines) else None
    return bool(following and following[0] == "recipients" and likeness(lines[at].words) >= _NAMED)


def _label(line: Line) -> tuple[str, Line] | None:
    """Return the key that a line's label means, ``""`` for one that says nothing of the letter, and the value."""
    found = _LABEL.match(line.text)
    if found is None or not matches("label", found["label"].strip()):
        return None
    return value_of("label", found["label"].strip()), line.part(found.end()).without_tail(".")


def _date(said: dict[str, list[tuple[Line, Line]]], *, day_first: bool | None) -> DateLine | None:
    places = [value for _, value in said.get("place", ()) if is_place(value)]
    for _, value in said.get("date", ()):
        whole = parse_dateline(value, day_first=day_first)
        if whole:
            return DateLine(whole.date, whole.place or (places[0] if places else None))
        date = date_in(value, day_first=day_first)
        if date:
            return DateLine(date, places[0] if places else None)
    return None
