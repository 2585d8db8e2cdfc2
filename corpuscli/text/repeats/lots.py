"""Reads and hashes texts some at a time, in other processes where there are several cores."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpuscli.text.repeats.forks import Crew
from corpuscli.text.repeats.tables import Grammar
from corpuscli.text.repeats.texts import said_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.text.repeats.hashes import Grams
    from corpuscli.text.repeats.spelling import Chunk, Spelling
    from corpuscli.text.repeats.texts import Shelf, Texts

SENT = 128
"""Texts that a process reads at a time."""
ALONE = 32
"""Texts that are read at a time where there is one process."""

Task = tuple[range, bool, bool]
"""Which texts; whether there is room for them, and for their spelling."""


class Lot(NamedTuple):
    """Some texts.

    Args:
        numbers: Which.
        packed: What ``Texts.unpack`` takes.
        said: The hash of what each says.
        notes: Of each, which of its parts are notes.
        chunks: Their spelling.
        grams: Their grams.
    """

    numbers: range
    packed: object
    said: list[int]
    notes: list[tuple[bool, ...]]
    chunks: list[Chunk]
    grams: Grams


def grams(shelf: Shelf, most: int, spelling: Spelling, workers: int = 1) -> Iterator[Grams]:
    """Yield the grams of all texts as they are numbered, some texts at a time.

    Args:
        shelf: Numbers the parts of its texts.
        most: The most words of a gram; see ``runs.gram_ends``.
        spelling: Keeps some of what has been spelt.
        workers: How many processes read.
    """
    reader = _Reader(shelf.texts, Grammar(most, spelling.alphabet))
    with Crew(reader, workers) as crew:
        for lot in crew.share(_Reader.lot, _tasks(shelf.texts, spelling, SENT if workers > 1 else ALONE)):
            shelf.texts.unpack(lot.packed)
            for chunk in lot.chunks:
                spelling.keep(chunk)
            pairs = zip(lot.numbers, lot.said, lot.notes, strict=True)
            gone = [not shelf.put(number, said, notes) for number, said, notes in pairs]
            yield lot.grams.without(np.repeat(gone, [*map(len, lot.notes)])) if any(gone) else lot.grams


def _tasks(texts: Texts, spelling: Spelling, size: int) -> Iterator[Task]:
    for start in range(0, len(texts), size):
        yield range(start, min(start + size, len(texts))), texts.has_room, spelling.has_room


class _Reader(NamedTuple):
    """What a process needs to read."""

    texts: Texts
    grammar: Grammar

    def lot(self, task: Task) -> Lot:
        """Read some texts."""
        numbers, kept, spelt = task
        texts, packed = self.texts.pack(numbers, kept=kept)
        parts = ((text.source, span) for text in texts for span in text.parts)
        chunks, found = self.grammar.hashed(parts, kept=spelt)
        return Lot(numbers, packed, list(map(said_of, texts)), [text.notes for text in texts], chunks, found)
