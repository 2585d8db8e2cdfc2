"""The citations of one letter: of its source, its earlier publications, its text and its notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.relations.citations.facts import Cited, facts_of
from corpuscli.relations.citations.resolver import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.model.letter import Letter
    from corpuscli.relations.citations.letters import Letters
    from corpuscli.text.citations.registers import Registers

__all__ = ["Cited", "citations_of", "resolved_of"]


def citations_of(letter: Letter, registers: Registers | None = None) -> Iterator[Cited]:
    """Yield the citations of a letter in the order of its file; an ibid may lean on an earlier part.

    Args:
        letter: The letter.
        registers: The archives and works in use; the built-in ones by default.
    """
    yield from facts_of(letter, registers).cited


def resolved_of(letter: Letter, letters: Letters, registers: Registers | None = None) -> Iterator[Cited]:
    """Yield the citations of a letter as ``citations_of`` does, with what they point to among all letters."""
    for one in citations_of(letter, registers):
        yield replace(one, citation=resolve(one.citation, one.letter, letters, one.around))
