"""Citations of published works: a title of the register, its author before it, its locators behind it."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.broken import backwards
from corpuscli.text.citations.locators import LOCATORS, read_locators
from corpuscli.text.citations.works import AUTHOR_REACH
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpuscli.data.works import WorkRow
    from corpuscli.text.citations.works import Works

_INITIALS = r"(?:[A-ZА-ЯЁ][a-zа-я]?\.[\s\xa0]?){1,3}"
_CLOSING = re.compile(r"[.,]?[\"”“»]")
_OTHERS = r"(?:,?\s(?:et al\.?|и др\.?|u\.\s?a\.))?(?:,?\s\(?(?:eds?|Hrsg|hrsg|сост|ред|comps?)\.?\)?)?"
"""Other authors, and that they are editors."""
_OTHER = later(
    r"(?<![^\W\d_])[A-ZА-ЯЁ][\w’'-]+,?\s(?:[A-ZА-ЯЁ]\.[\s\xa0]?){1,2},?[\s\xa0]*$"
    r"|(?:[A-ZА-ЯЁ]\.[\s\xa0]?){1,2}[A-ZА-ЯЁ][\w’'-]+,[\s\xa0]*$"
)
"""An author of other works right before a title that several have written: ``Толстой Л. Н. Полн. собр. соч.``"""
_QUOTES = ('""', "“”", "„“", "«»", "„”")
_INITIALS_REACH = 12
"""How far before an author the initials may begin, in code points."""
_OTHER_REACH = 40
"""How far before a title somebody else who is its author may begin, in code points."""


def find_published(text: str, works: Works, places: Iterable[int]) -> list[Citation]:
    """Find citations of the register's works; a title without the locators it needs is none.

    Args:
        text: Any text.
        works: The works in use.
        places: Where the first words of titles may stand, ascending.
    """
    found: list[Citation] = []
    done = 0
    for place in places:
        title = works.title(text, place) if place >= done else None
        citation = read_published(text, title, works, done) if title is not None else None
        if citation is not None:
            found.append(citation)
            done = citation.span.end
    return found


def read_published(text: str, title: re.Match[str], works: Works, done: int = 0) -> Citation | None:
    """Read the citation whose title was found; None where it is none.

    Args:
        text: Any text.
        title: Where the title stands.
        works: The works in use.
        done: Where the last citation ended: its locators are no author's initials.
    """
    start, end = title.span()
    before = text[max(0, start - 1) : start]
    closing = _CLOSING.match(text, end)
    if before and closing is not None and before + closing[0][-1] in _QUOTES:
        start, end = start - 1, closing.end()
    elif before and (before in '"“„«_' or before.isalnum()):
        return None
    rows = works.of_title(title[0])
    read = [one for row in rows if (one := _read(text, title, Span(start, end), row, done)) is not None]
    return next((one for one in read if one.span.start < start), read[0] if read else None)


def _read(text: str, title: re.Match[str], quoted: Span, row: WorkRow, done: int) -> Citation | None:
    start = _author_start(text, quoted.start, row, done)
    if start is None and (f"*{' '.join(title[0].split())}" in row.titles or _of_another(text, quoted.start, row)):
        return None
    issued, place = _container(text, quoted.end, row.container) if row.container else ({}, quoted.end)
    telling = start is not None or " " in title[0] or title[0].isupper()
    wordy = telling and not {"no", "date"} & set(row.needs)
    locators, end = read_locators(text, place, needs=row.needs, wordy=wordy, issued=issued)
    if not any(set(need.split("+")) <= locators.keys() for need in row.needs):
        return None
    span = Span(quoted.start if start is None else start, end)
    fields: dict[str, FieldValue] = {"work": row.id, **locators}
    return Citation(
        span, span.of(text), "work", "full", (work_id(fields),), MappingProxyType(fields), state_of(locators)
    )


def _of_another(text: str, start: int, row: WorkRow) -> bool:
    """Tell whether somebody else stands as the author of a title before which this work's author may be left out."""
    return bool(row.authors) and _OTHER.search(text, max(0, start - _OTHER_REACH), start) is not None


def _container(text: str, place: int, container: str) -> tuple[dict[str, str], int]:
    """Pass over the journal or book that holds the work, and read the volume that may stand bare behind it."""
    words = r"\s+".join(re.escape(word) for word in container.split())
    found = re.compile(rf"[.,]?\s(?://\s|[Ii]n:?\s)?{words}(?:,?\s(\d{{1,4}})(?=[\s,:]))?").match(text, place)
    if found is None:
        return {}, place
    return ({"vol": found[1]} if found[1] else {}), found.end()


def state_of(locators: Mapping[str, FieldValue]) -> str:
    """Return ``resolved``, or ``malformed`` where pages run backwards."""
    pages = str(locators.get("pages") or "")
    return "malformed" if "-" in pages and backwards({"listy": pages.split(",")}) else "resolved"


def _author_start(text: str, end: int, row: WorkRow, done: int) -> int | None:
    """Return where an author that stands right before the title begins."""
    low = max(done, end - AUTHOR_REACH)
    near = text[low:end]
    places = [place for word in _first_words(row.authors) if (place := near.find(word)) >= 0]
    if not places:
        return None
    before = _author_pattern(row.authors).search(near, max(0, min(places) - _INITIALS_REACH))
    return None if before is None else low + before.start()


@cache
def _first_words(authors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(author.split()[0] for author in authors)


@cache
def _author_pattern(authors: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(r"\s+".join(re.escape(word) for word in author.split()) for author in authors)
    return re.compile(
        rf"(?<![\w.])(?:{_INITIALS})?(?:{names})(?:,?\s{_INITIALS}|,\s[^,.;:\d]{{3,60}}?)?{_OTHERS}[\s\xa0]*[.,:]?[\s\xa0]*$"
    )


def work_id(fields: Mapping[str, FieldValue]) -> str:
    """Return the canonical id of a citation of a work."""
    return ";".join([f"work:{fields['work']}", *(f"{name}={fields[name]}" for name in LOCATORS if fields.get(name))])
