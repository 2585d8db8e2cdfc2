"""The citations of one letter: of its source, its earlier publications, its text and its notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass
from corpuscli.text.citations import find_citations
from corpuscli.text.footnotes import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.model.citation import Citation
    from corpuscli.model.letter import Letter
    from corpuscli.model.span import Span
    from corpuscli.relations.citations.known import Letters
    from corpuscli.text.citations.registers import Registers


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation and the part of the letter it stands in: source, published, text or note:LABEL.

    The citation's span counts in the letter's source.
    """

    letter: Letter
    part: str
    citation: Citation


def citations_of(letter: Letter, registers: Registers | None = None) -> Iterator[Cited]:
    """Yield the citations of a letter in the order of its file; an ibid may lean on an earlier part.

    Args:
        letter: The letter.
        registers: The archives and works in use; the built-in ones by default.
    """
    before: Citation | None = None
    for part, span in sorted(_places(letter), key=lambda place: place[1]):
        for citation in find_citations(span.of(letter.source), registers, before):
            before = replace(citation, span=citation.span.shift(span.start))
            yield Cited(letter, part, before)


def resolved_of(letter: Letter, letters: Letters, registers: Registers | None = None) -> Iterator[Cited]:
    """Yield the citations of a letter as ``citations_of`` does, with what they point to among all letters."""
    from corpuscli.relations.citations.resolver import resolve

    for one in citations_of(letter, registers):
        yield replace(one, citation=resolve(one.citation, letter.id, letters))


def _places(letter: Letter) -> Iterator[tuple[str, Span]]:
    for key in ("source", "published"):
        field = letter.field(key)
        if field is not None:
            yield from ((key, item) for item in field.items or (field.span,))
    yield from parts(letter)
