"""What one letter cites, and how other letters may cite it: all that cross-references need of it."""

from __future__ import annotations

import json
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.relations.citations.around import Around
from corpuscli.relations.citations.known import Known, known
from corpuscli.relations.citations.named import OWN_ID, named_letters
from corpuscli.text.footnotes import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.model.letter import Letter
    from corpuscli.text.citations.registers import Registers

KEPT = ("source", "published")
"""The keys that say where a letter is kept and printed."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation and where it stands.

    Args:
        letter: The id of the citing letter.
        path: Its file, relative to the corpus.
        part: source, published, text or note:LABEL.
        line: From 1.
        column: From 1, in code points.
        citation: Its span counts in the file.
        around: The words around a letter named by its day; none around others.
    """

    letter: str
    path: str
    part: str
    line: int
    column: int
    citation: Citation
    around: Around = Around()


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """A letter as citations name it, and what it cites in the order of its file."""

    known: Known
    cited: tuple[Cited, ...]


def facts_of(letter: Letter, registers: Registers | None = None) -> LetterFacts:
    """Read the citations of a letter: of its source, its earlier publications, its text and its notes.

    Args:
        letter: The letter; an ibid may lean on an earlier part of it.
        registers: The archives and works in use; the built-in ones by default.
    """
    from corpuscli.text.citations import find_citations
    from corpuscli.text.positions import Positions

    positions, own = Positions(letter.source), letter.get(OWN_ID)
    cited: list[Cited] = []
    before: Citation | None = None
    for part, span in sorted(_places(letter), key=lambda place: place[1]):
        text = span.of(letter.source)
        found = find_citations(text, registers, before)
        if found:
            before = replace(found[-1], span=found[-1].span.shift(span.start))
        if part not in KEPT:
            found = sorted([*found, *named_letters(text, own, found)], key=lambda one: one.span.start)
        for one in found:
            citation = replace(one, span=one.span.shift(span.start))
            named = one.kind == "letter" and "date" in one.fields
            around = Around.of(text, one.span.start, one.span.end) if named else Around()
            cited.append(Cited(letter.id, letter.path, part, *positions.at(citation.span.start), citation, around))
    sources = [one.citation for one in cited if one.part == "source"]
    return LetterFacts(known(letter, sources), tuple(cited))


def _places(letter: Letter) -> Iterator[tuple[str, Span]]:
    for key in KEPT:
        field = letter.field(key)
        if field is not None:
            yield from ((key, item) for item in field.items or (field.span,))
    yield from parts(letter)


_Fields = dict[str, FieldValue | list[str]]
_Row = tuple[str, int, int, int, int, str, str, str, list[str], _Fields, str, list[str], list[str]]


def encoded(facts: LetterFacts) -> bytes:
    """Return facts as the index keeps them; what depends on the file's name is left out."""
    rows = [(one.part, one.line, one.column, *_values(one.citation), one.around.words()) for one in facts.cited]
    return json.dumps([facts.known.values(), rows], ensure_ascii=False, separators=(",", ":")).encode()


def _values(one: Citation) -> tuple[object, ...]:
    span = one.span
    return span.start, span.end, one.raw, one.kind, one.form, one.ids, dict(one.fields), one.state, one.repairs


def decoded(data: bytes, path: str) -> LetterFacts:
    """Return facts as they were encoded, of a letter whose file is ``path``."""
    it, rows = _parted(data, path)
    return LetterFacts(it, tuple(_cited(it.id, path, row) for row in rows))


def decoded_known(data: bytes, path: str) -> Known:
    """Return a letter as citations name it, of facts as they were encoded."""
    return _parted(data, path)[0]


def _parted(data: bytes, path: str) -> tuple[Known, list[_Row]]:
    values, rows = json.loads(data)
    return Known.of(values, path.rpartition("/")[2].rpartition(".")[0]), rows


def _cited(letter: str, path: str, row: _Row) -> Cited:
    part, line, column, start, end, raw, kind, form, ids, fields, state, repairs, around = row
    plain: dict[str, FieldValue] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()
    }
    citation = Citation(
        Span(start, end), raw, kind, form, tuple(ids), MappingProxyType(plain), state, (), tuple(repairs)
    )
    return Cited(letter, path, part, line, column, citation, Around(*around))
