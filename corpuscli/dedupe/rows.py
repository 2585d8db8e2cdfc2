"""Repeats as they are printed, and as the JSON shape ``repeat`` of the command line."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.model.repeat import Place, Repeat
from corpuscli.model.table import Table
from corpuscli.text.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.dedupe.letters import Letters
    from corpuscli.model.passage import Copy, Passage

COLUMNS = ("id", "kind", "words", "similarity", "copies")
PLACE = ("letter", "path", "start", "end", "line", "column", "part")
_POSITIONS = 1024
"""Letters whose paths and line ends are kept at hand."""


def shown(letters: Letters, passages: Iterable[Passage]) -> Iterator[Repeat]:
    """Give passages their letters, lines and columns, and their words."""
    before = letters.corpus.shown("-")[:-1]

    @lru_cache(_POSITIONS)
    def known(text: int) -> tuple[str, Positions]:
        return before + letters.paths[text], Positions(letters[text].source)

    for passage in passages:
        places = tuple([_place(letters, copy, *known(copy.text)) for copy in passage.copies])
        said = tuple(copy.span.of(letters[copy.text].source) for copy in passage.copies)
        fuller = ""
        if passage.kind == "letter":
            longest = max(passage.copies, key=lambda copy: sum(map(len, letters[copy.text].parts)))
            fuller = letters.id(longest.text)
        yield Repeat(passage.id, passage.kind, passage.words, passage.similarity, places, said, fuller)


def _place(letters: Letters, copy: Copy, path: str, positions: Positions) -> Place:
    span, text = copy.span, letters[copy.text]
    part = next(name for name, piece in zip(text.names, text.parts, strict=True) if piece.holds(span))
    return Place(letters.id(copy.text), path, span.start, span.end, *positions.at(span.start), part)


def table(repeats: Iterable[Repeat]) -> Table:
    """Return repeats as rows; a copy is ``path:line:column`` in tables, an object in JSON."""
    rows = (
        {
            "id": repeat.id,
            "kind": repeat.kind,
            "words": repeat.words,
            "similarity": repeat.similarity,
            **({"fuller": repeat.fuller} if repeat.fuller else {}),
            "copies": tuple({name: getattr(place, name) for name in PLACE} for place in repeat.copies),
        }
        for repeat in repeats
    )
    return Table(COLUMNS, rows, numeric=frozenset(["words", "similarity"]), title="repeats")
