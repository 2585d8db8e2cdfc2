"""All citations of a text, in its order."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from corpuscli.text.citations.archival import find_archival
from corpuscli.text.citations.bare import find_bare
from corpuscli.text.citations.digits import Numbers
from corpuscli.text.citations.leaning import ibids_of_works, lean, next_issues
from corpuscli.text.citations.monographs import find_monographs
from corpuscli.text.citations.openings import read_openings
from corpuscli.text.citations.published import find_published
from corpuscli.text.citations.references import find_references
from corpuscli.text.citations.registers import Registers, built_in_registers
from corpuscli.text.citations.shelfmarks import find_shelfmarks

if TYPE_CHECKING:
    from corpuscli.model.citation import Citation


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
    known = registers or built_in_registers()
    numbers, names = Numbers(text), read_openings(text, known.works.beginnings)
    found = find_archival(text, known.repositories, numbers.next_mark)
    references = find_references(text, numbers.led, found)
    works = joined(find_published(text, known.works, names.works), find_monographs(text))
    for family in (find_bare(text, known.repositories, numbers.bare), find_shelfmarks(text, names.shelfmarks), works):
        found = joined(found, family)
    works += ibids_of_works(text)
    for family in (works, next_issues(text, works), references):
        found = joined(found, family)
    return lean(found, before)


def joined(first: list[Citation], second: list[Citation]) -> list[Citation]:
    """Join two lists in the order of the text; what meets one of the first is left out."""
    if not second:
        return first
    starts = [one.span.start for one in first]
    joined = list(first)
    for one in second:
        place = bisect_left(starts, one.span.start)
        after = place < len(first) and first[place].span.start < one.span.end
        if not after and not (place and first[place - 1].span.end > one.span.start):
            joined.append(one)
    return sorted(joined, key=lambda citation: citation.span.start)
