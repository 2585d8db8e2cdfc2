"""Repeats as they are printed, and as the JSON shape ``repeat`` of the command line."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from corpuscli.model.repeat import Place, Repeat
from corpuscli.model.table import Table
from corpuscli.text.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.dedupe.within import Inside
    from corpuscli.store.corpus import Corpus

COLUMNS = ("id", "kind", "words", "similarity", "copies")


def shown(corpus: Corpus, found: Inside) -> Repeat:
    """Give a repeat within a letter its lines and columns."""
    letter, passage = found.letter, found.passage
    positions = Positions(letter.source)
    path = corpus.shown(letter.path)
    copies = tuple(
        Place(letter.id, path, copy.span.start, copy.span.end, *positions.at(copy.span.start), part)
        for copy, part in zip(passage.copies, found.parts, strict=True)
    )
    excerpt = passage.copies[0].span.of(letter.source)
    return Repeat(passage.id, passage.kind, passage.words, passage.similarity, copies, excerpt)


def table(repeats: Iterable[Repeat]) -> Table:
    """Return repeats as rows; a copy is ``path:line:column`` in tables, an object in JSON."""
    rows = ({key: value for key, value in asdict(repeat).items() if key != "excerpt"} for repeat in repeats)
    return Table(COLUMNS, rows, numeric=frozenset(["words", "similarity"]), title="repeats")
