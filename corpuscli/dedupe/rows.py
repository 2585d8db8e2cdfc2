"""Repeats as they are printed, and as the JSON shape ``repeat`` of the command line."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from corpuscli.model.repeat import Place, Repeat
from corpuscli.model.table import Table
from corpuscli.text.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.dedupe.letters import Letters
    from corpuscli.model.passage import Copy, Passage

COLUMNS = ("id", "kind", "words", "similarity", "copies")
PLACE = ("letter", "path", "start", "end", "line", "column", "part")
_of_place = attrgetter(*PLACE)
_POSITIONS = 1024
"""Letters whose paths and line ends are kept at hand."""


def shown(letters: Letters, passages: Iterable[Passage]) -> Iterator[Repeat]:
    """Give passages their letters, lines and columns, and their words."""
    before = letters.corpus.shown("-")[:-1]

    @lru_cache(_POSITIONS)
    def known(number: int) -> _Known:
        source = letters.source(number)
        return _Known(source, letters.id(number), before + letters.paths[number], Positions(source))

    def placed(copy: Copy) -> Place:
        span, (_, name, path, positions) = copy.span, known(copy.text)
        part = letters.part_at(copy.text, span)
        return Place(name, path, span.start, span.end, *positions.at(span.start), part)

    for passage in passages:
        places = tuple(map(placed, passage.copies))
        said = tuple([copy.span.of(known(copy.text).source) for copy in passage.copies])
        fuller = ""
        if passage.kind == "letter":
            longest = max(passage.copies, key=lambda copy: sum(map(len, letters[copy.text].parts)))
            fuller = letters.id(longest.text)
        yield Repeat(passage.id, passage.kind, passage.words, passage.similarity, places, said, fuller)


class _Known(NamedTuple):
    """A letter that copies stand in: what it says, its id, its path as it is shown."""

    source: str
    id: str
    path: str
    positions: Positions


def table(repeats: Iterable[Repeat]) -> Table:
    """Return repeats as rows; a copy is ``path:line:column`` in tables, an object in JSON."""
    rows = (
        {
            "id": repeat.id,
            "kind": repeat.kind,
            "words": repeat.words,
            "similarity": repeat.similarity,
            **({"fuller": repeat.fuller} if repeat.fuller else {}),
            "copies": tuple([dict(zip(PLACE, _of_place(place), strict=True)) for place in repeat.copies]),
        }
        for repeat in repeats
    )
    return Table(COLUMNS, rows, numeric=frozenset(["words", "similarity"]), title="repeats")
