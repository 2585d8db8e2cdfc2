"""Says of a citation what it points to in the corpus; nothing is guessed, all candidates are named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.model.citation import Link
from corpuscli.relations.citations.around import Around
from corpuscli.relations.citations.dated import dated
from corpuscli.relations.citations.known import files, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpuscli.model.citation import Citation
    from corpuscli.relations.citations.known import Known
    from corpuscli.relations.citations.letters import Citable

SAME_LEAF, OVERLAPPING, SAME_FILE = ("same-leaf", 1.0), ("overlapping-leaves", 0.7), ("same-file", 0.3)
"""The three strengths of a common source, each with the confidence that the very letter is meant."""

_NOTHING = Around()


def resolve(citation: Citation, citing: str, letters: Citable, around: Around = _NOTHING) -> Citation:
    """Return the citation with its targets, and the state they give it.

    An archival citation keeps its state; its targets are the letters kept on the same leaves, then those on
    overlapping ones, then, where it or the letter's source names no leaf, those of the same file. A document number, a
    note or a letter is resolved when one letter answers, ambiguous when several do, dangling when none does. One letter
    of the day is told as ambiguous too, where the words do not say that it must be this one.

    Args:
        citation: The citation.
        citing: The id of the letter it stands in.
        letters: All letters.
        around: The words around a letter named by its day.
    """
    if citation.kind == "archive":
        return _pointing(citation, _kept_there(citation, citing, letters))
    known = letters.known(citing)
    if citation.kind == "letter" and known is not None:
        return _letter(citation, known, letters, around)
    find = _FINDERS.get(citation.kind)
    if find is None or known is None:
        return citation
    links = find(citation, known, letters)
    if links is None:
        return replace(citation, state="resolved")
    state = "dangling" if not links else "resolved" if len(links) == _asked(citation) else "ambiguous"
    return replace(_pointing(citation, links), state=state)


def _letter(citation: Citation, citing: Known, letters: Citable, around: Around) -> Citation:
    called = citation.fields.get("id")
    if called:
        links, bound = _called(str(called), letters), True
    else:
        links, bound = dated(citation, citing, letters, around)
    state = "dangling" if not links else "resolved" if bound and len(links) == 1 else "ambiguous"
    return replace(_pointing(citation, links), state=state)


def _pointing(citation: Citation, links: Iterable[Link]) -> Citation:
    """Return the citation with its links, the likeliest first, each letter once."""
    best: dict[str, Link] = {}
    for link in links:
        if link.letter not in best or link.confidence > best[link.letter].confidence:
            best[link.letter] = link
    if not best:
        return citation
    ordered = tuple(sorted(best.values(), key=lambda link: (-link.confidence, link.letter)))
    return replace(citation, targets=tuple(link.letter for link in ordered), links=ordered)


def _asked(citation: Citation) -> int:
    """How many letters a citation names."""
    numbers = citation.fields.get("number")
    return len(numbers) if citation.kind == "document" and isinstance(numbers, tuple) else 1


def _kept_there(citation: Citation, citing: str, letters: Citable) -> Iterator[Link]:
    for file, written in files(citation.ids):
        asked = leaves(written)
        for there in letters.kept_on(file, asked):
            if there.letter != citing:
                yield Link(there.letter, *(SAME_LEAF if there.leaves == asked else OVERLAPPING))
        for there in letters.kept_in(file, leafless=bool(asked)):
            if there.letter != citing:
                yield Link(there.letter, *SAME_FILE)


def _documents(citation: Citation, citing: Known, letters: Citable) -> list[Link] | None:
    numbers = citation.fields.get("number") or ()
    return _numbered(numbers if isinstance(numbers, tuple) else (numbers,), citing, letters)


def _numbered(numbers: tuple[str, ...], citing: Known, letters: Citable) -> list[Link]:
    """The letters of the citing one's edition that have the numbers; none where one number is missing."""
    found: dict[str, Link] = {}
    for number in numbers:
        same = letters.numbered(citing.edition, number)
        if not same:
            return []
        found |= {one: Link(one, "number", round(1 / len(same), 2)) for one in same}
    return list(found.values())


def _notes(citation: Citation, citing: Known, letters: Citable) -> list[Link] | None:
    """None for a note of the citing letter; a note of another document is found in its letter."""
    numbers = citation.fields.get("number") or ()
    labels = numbers if isinstance(numbers, tuple) else (numbers,)
    document = citation.fields.get("document")
    if not document:
        return None if set(citing.notes).issuperset(labels) else []
    there = _numbered((str(document),), citing, letters)
    said = ((one, letters.known(one.letter)) for one in there)
    return [Link(one.letter, "note", one.confidence) for one, it in said if it and set(it.notes) >= set(labels)]


def _called(own: str, letters: Citable) -> list[Link]:
    same = letters.called(own)
    return [Link(one, "id", round(1 / len(same), 2)) for one in same]


_FINDERS: dict[str, Callable[[Citation, Known, Citable], list[Link] | None]] = {
    "document": _documents,
    "note": _notes,
}
