"""All citations of a text, in its order."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from corpuscli.text.citations.again import find_again
from corpuscli.text.citations.archival import find_archival
from corpuscli.text.citations.bare import find_bare
from corpuscli.text.citations.digits import Numbers
from corpuscli.text.citations.flat import encoded, numbered, numbers_table
from corpuscli.text.citations.leaning import find_ibids, ibids_of_works, lean, next_issues
from corpuscli.text.citations.monographs import find_monographs
from corpuscli.text.citations.openings import read_openings
from corpuscli.text.citations.published import find_published
from corpuscli.text.citations.references import find_references
from corpuscli.text.citations.registers import Registers, built_in_registers
from corpuscli.text.citations.shelfmarks import find_marks_again, find_shelfmarks

if TYPE_CHECKING:
    from corpuscli.model.citation import Citation

_START, _END = attrgetter("span.start"), attrgetter("span.end")


def find_citations(text: str, registers: Registers | None = None, before: Citation | None = None) -> list[Citation]:
    """Find the citations of archives and published works, of documents, notes and letters.

    Args:
        text: Any text.
        registers: The archives and works in use; the built-in ones by default.
        before: The last citation of an earlier part, on which an ibid may lean.

    Returns:
        The citations in the order of the text; they never overlap. Nothing is guessed: what leans on nothing is
        dangling, a repository that no register knows is unresolved.

    >>> [c.ids for c in find_citations("(RTSKHIDNI. F. 558. On. 2. D. 162. L. 1)")]
    [('archive:RGASPI/558/2/162/1',)]
    """
    known, plain = registers or built_in_registers(), encoded(text)
    flat = plain.translate(numbers_table())
    numbers, names = Numbers(flat), read_openings(text, plain, known.works.beginnings)
    archival = find_archival(text, known.repositories, numbers.next_mark)
    references = find_references(text, numbers.led, archival)
    bare = find_bare(text, known.repositories, numbers.bare)
    shelved = find_shelfmarks(text, names.shelfmarks)
    places = find_ibids(flat) if shelved or numbered(flat) else []
    if places and (shelved or archival):
        shelved = joined(find_marks_again(text, places, joined(shelved, archival)), shelved)
    works = joined(find_published(text, known.works, names.works), find_monographs(text, flat))
    ibids = [*ibids_of_works(text, places), *find_again(text, flat)]
    return lean(joined(shelved, archival, bare, works, ibids, next_issues(text, [*works, *ibids]), references), before)


def joined(*families: list[Citation]) -> list[Citation]:
    """Join lists in the order of the text; what meets one of an earlier list is left out."""
    there = [family for family in families if family]
    if len(there) < 2:  # noqa: PLR2004 - as in most texts
        return sorted(there[0], key=_START) if there else []
    found = sorted(chain(*there), key=_START)
    ends = map(_END, found)
    if all(start >= end for start, end in zip(map(_START, found[1:]), ends, strict=False)):
        return found
    found = there[0]
    for family in there[1:]:
        found = _clear(found, family)
    return found


def _clear(first: list[Citation], second: list[Citation]) -> list[Citation]:
    starts = [one.span.start for one in first]
    joined = list(first)
    for one in second:
        place = bisect_left(starts, one.span.start)
        after = place < len(first) and first[place].span.start < one.span.end
        if not after and not (place and first[place - 1].span.end > one.span.start):
            joined.append(one)
    return sorted(joined, key=_START)
