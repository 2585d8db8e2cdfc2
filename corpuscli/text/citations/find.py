"""All citations of a text, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.text.citations.archival import find_archival
from corpuscli.text.citations.leaning import ibids_of_works, lean
from corpuscli.text.citations.published import find_published
from corpuscli.text.citations.repositories import Repositories, built_in

if TYPE_CHECKING:
    from corpuscli.model.citation import Citation


def find_citations(
    text: str, repositories: Repositories | None = None, before: Citation | None = None
) -> list[Citation]:
    """Find the citations of archives and published works.

    Args:
        text: Any text.
        repositories: The archives in use; the built-in ones by default.
        before: The last citation of an earlier part, on which an ibid may lean.

    Returns:
        The citations in the order of the text; they never overlap. Nothing is guessed: what leans on nothing is
        dangling, a repository that no register knows is unresolved.

    >>> [c.ids for c in find_citations("(RTSKHIDNI. F. 558. On. 2. D. 162. L. 1)")]
    [('archive:RGASPI/558/2/162/1',)]
    """
    archival = find_archival(text, repositories or built_in())
    published = [one for one in find_published(text) if not any(one.span.meets(other.span) for other in archival)]
    found = [*archival, *published]
    found += ibids_of_works(text, found)
    return lean(sorted(found, key=lambda citation: citation.span), before)
