"""A known repository with bare numbers: fond.opis.delo.list."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.archival import ids_of
from corpuscli.text.citations.numbers import LIST, fond_number, members
from corpuscli.text.later import later

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from corpuscli.text.citations.repositories import Repositories

_BARE = later(
    r"[\s,.]\s?(?!(?:1[89]|20)\d\d-[01]\d-[0-3]\d(?!\d))(?:[fFфФ]\.\s?)?([РPRрpr]?-?[0-9]{1,6})(?:\.([0-9]{1,5})\.([0-9]{1,6})(?:\.([0-9]{1,5}))?"
    r"|\s([0-9]{1,5}[a-zа-я]?)\s([0-9]{1,6})(?:\s([0-9]{1,5}))?"
    r"|,\s([0-9]{1,5}[a-zа-я]?),\s([0-9]{1,6})(?:,\s([0-9]{1,5}))?(?!,?\s[0-9])"
    r"|/([0-9]{1,5})/([0-9]{1,6})(?:/([0-9]{1,5}))?|-([0-9]{1,5})-([0-9]{1,6})(?:-([0-9]{1,5}))?)(?:[-–]([0-9]{1,6}))?(?![\w])"
    rf"(?::\s?(?P<page>[0-9]{{1,5}}(?:[-–][0-9]{{1,5}})?)(?!\w)|,?\s(?:лл?|ЛЛ?|Лл|ll?|LL?|Ll|арк|ark|Bll?|ff?|fols?)\.\s?(?P<leaves>{LIST})(?!\w))?"
)
_LAST = 16
"""How many groups of the pattern hold the numbers themselves."""
_BACK = 7
"""How far before the first figure of the first of three bare numbers a full stop, a blank and a prefix may begin."""
_REACH = 160


def find_bare(text: str, known: Repositories, digits: Iterable[int]) -> list[Citation]:
    """Find known repositories with bare numbers.

    Args:
        text: Any text.
        known: The archives in use.
        digits: Where the first figures of the first numbers may stand, ascending.
    """
    found: list[Citation] = []
    done = 0
    for place in _places(text, known, digits):
        behind_name = place >= done and not text[place - 1 : place].isdigit()
        numbers = _BARE.match(text, place) if behind_name else None
        if numbers is None:
            continue
        low = max(done, place - _REACH)
        name = known.start_at_end(text[low:place])
        if name is not None:
            found.append(_citation(text, low + name, numbers, known))
            done = numbers.end()
    return found


def _places(text: str, known: Repositories, digits: Iterable[int]) -> Iterator[int]:
    """Yield where names may end before numbers; none ends before a number that stands right behind another."""
    for digit in digits:
        low = max(0, digit - _BACK)
        if known.numbered or not text[low:digit].rstrip(" .,")[-1:].isdigit():
            yield from range(low, digit)


def _citation(text: str, start: int, numbers: re.Match[str], known: Repositories) -> Citation:
    cited = text[start : numbers.start()]
    fond, opis, *rest = [part for part in numbers.groups()[:_LAST] if part]
    leaves = numbers["page"] or numbers["leaves"]
    rest[-1] += f"-{numbers[_LAST + 1]}" if numbers[_LAST + 1] else ""
    fields: dict[str, FieldValue] = {
        "archive": known.id_of(cited),
        "archive_as_cited": cited,
        "fond": fond_number(fond),
        "opis": opis,
        "delo": members(rest[0]),
        "listy": members(rest[1]) if len(rest) > 1 else members(leaves) if leaves else (),
    }
    span = Span(start, numbers.end())
    return Citation(span, span.of(text), "archive", "full", ids_of(fields), MappingProxyType(fields))
