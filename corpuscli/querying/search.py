"""Full text: letters ranked by how well they answer, with the places where the words stand."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.querying.records import of_rows
from corpuscli.store.files import decode
from corpuscli.store.frontmatter.reader import front_matter_span
from corpuscli.text.footnotes import parts_of
from corpuscli.text.positions import Positions
from corpuscli.text.searching.places import WIDTH, find_places, snippet
from corpuscli.text.searching.wanted import parse_wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from corpuscli.querying.ask import Question
    from corpuscli.store.corpus import Corpus

    Look = Callable[[str, Span], list[Span]]
    """Finds what is searched for in a part of a source."""

PER_PART = 3
"""Snippets shown of one part of a letter."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in a letter.

    Args:
        part: ``text`` or ``note:LABEL``.
        line: The line, from 1.
        column: The column, from 1, in code points.
        pieces: The words around, in pieces: text, and whether it was searched for.
        before: The lines before the one in which they stand, where lines were asked for.
        after: The lines behind it.
    """

    part: str
    line: int
    column: int
    pieces: tuple[tuple[str, bool], ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def record(self) -> dict[str, object]:
        """Return ``part, line, column, text``; ``before`` and ``after`` where there are such lines."""
        lines = {"before": self.before, "after": self.after}
        found = {name: said for name, said in lines.items() if said}
        return {"part": self.part, "line": self.line, "column": self.column, "text": self.marked(), **found}

    def marked(self, before: str = "[", after: str = "]") -> str:
        """Return the snippet as one text, what was searched for between two marks."""
        return "".join(f"{before}{text}{after}" if hit else text for text, hit in self.pieces)


@dataclass(frozen=True, slots=True)
class Hit:
    """A letter that answers.

    Args:
        record: The letter as ``list`` knows it.
        places: Where the words stand, in the order of the letter.
        count: How many places there are in all.
    """

    record: Mapping[str, object]
    places: tuple[Place, ...]
    count: int

    def row(self) -> dict[str, object]:
        """Return the hit as a row: the letter's record, ``hits`` and ``snippets``."""
        return {**self.record, "hits": self.count, "snippets": [place.record() for place in self.places]}

    def cells(self) -> dict[str, object]:
        """Return the hit as a row for tables: a snippet is its words, after the name of its note."""
        notes = (f"note {p.part.removeprefix('note:')}: " if p.part != "text" else "" for p in self.places)
        said = tuple(note + place.marked() for note, place in zip(notes, self.places, strict=True))
        return {**self.record, "hits": self.count, "snippets": said}


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search.

    Args:
        hits: The letters, best first, read as they are asked for; those of an expression, and of words that stand in
            very many letters, in the order of dates.
        count: How many letters answer; at least so many where words are not ranked.
        unread: Letters that cannot be read.
        ranked: Whether the words could be ranked.
    """

    hits: Iterator[Hit]
    count: int
    unread: list[InputError]
    ranked: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """How much is shown around a place.

    Args:
        width: Code points of a snippet.
        context: Lines before and behind it.
    """

    width: int = WIDTH
    context: int = 0


FRAME = Frame()


def search(corpus: Corpus, text: str, question: Question, *, limit: int = 20, frame: Frame = FRAME) -> Found:
    """Search text and notes of the letters that answer a question.

    Ranked by BM25 (Robertson and Zaragoza 2009), as SQLite's FTS5 counts it; the text weighs twice a note. Words that
    stand in thousands of letters are not ranked unless all letters are wanted: the first by date are given.

    Args:
        corpus: The corpus.
        text: Words, phrases in quotes, ``begin*``, ``-without``, ``or``.
        question: Which letters are looked at.
        limit: How many letters at most; 0 for all.
        frame: How much is shown around a place.

    Raises:
        UsageError: No word is asked for.
        UnknownNameError: A person, place, tag or type that no letter has, with the nearest.
    """
    from corpuscli.querying.ask import EVERY, chosen_numbers
    from corpuscli.store.index.index import open_index

    wanted = parse_wanted(text)
    index = open_index(corpus, words=True)
    chosen = chosen_numbers(corpus, question, index) if question.tree != EVERY else None
    said = index.search(str(wanted), chosen, limit)
    best = said.letters
    rows = list(index.rows(set(best)))
    found = {row.number: (record, row.path) for row, record in zip(rows, of_rows(corpus, rows), strict=True)}

    def look(source: str, span: Span) -> list[Span]:
        return find_places(span.of(source), wanted.terms, span.start)

    unread = index.problems()
    hits = (
        _hit(*read, record, look, frame)
        for record, path in (found[number] for number in best)
        if (read := _read_again(corpus, path, unread))
    )
    return Found(hits, said.total, unread, said.ranked)


def _read_again(corpus: Corpus, path: str, unread: list[InputError]) -> tuple[str, Span] | None:
    """Return the source of a letter that the index has read, and its body; None if it has gone or been spoilt since."""
    try:
        source = decode(corpus.bytes_of(path), corpus.shown(path))
        _, start = front_matter_span(source, corpus.shown(path))
    except InputError as problem:
        if os.path.lexists(corpus.absolute(path)):
            unread.append(problem)
        return None
    return source, Span(start, len(source))


def search_pattern(corpus: Corpus, pattern: str, question: Question, *, limit: int = 20, frame: Frame = FRAME) -> Found:
    """Search text and notes for a regular expression; every letter that answers the question is read.

    Args:
        corpus: The corpus.
        pattern: The expression; case does not matter, accents do.
        question: Which letters are looked at.
        limit: How many letters at most are kept; 0 for all.
        frame: How much is shown around a place.

    Raises:
        UsageError: No expression, or one that takes too long on some letter.
        UnknownNameError: A person, place, tag or type that no letter has, with the nearest.
    """
    from corpuscli.querying.ask import ask
    from corpuscli.querying.patience import compiled, places
    from corpuscli.querying.showing import read_rows

    look = partial(places, compiled(pattern))
    answer = ask(corpus, question)
    hits, count = list[Hit](), 0
    for record, letter in read_rows(corpus, answer.rows):
        hit = _hit(letter.source, letter.body, record, look, frame)
        count += hit.count > 0
        if hit.count and not (limit and len(hits) >= limit):
            hits.append(hit)
    return Found(iter(hits), count, answer.unread)


def _hit(source: str, body: Span, record: Mapping[str, object], look: Look, frame: Frame) -> Hit:
    count, places = 0, list[Place]()
    positions = Positions(source)
    for part, span in parts_of(source, body):
        found = look(source, span)
        count += len(found)
        shown = 0
        for at, place in enumerate(found[:PER_PART]):
            if place.start >= shown:
                line = _line(source, span, place.start)
                around = snippet(source, line, found[at:], frame.width)
                lines = _lines_around(source, span, line, frame.context)
                places.append(Place(part, *positions.at(place.start), tuple(around), *lines))
                shown = place.start + frame.width * 2 // 3
    return Hit(record, tuple(places), count)


def _line(source: str, part: Span, at: int) -> Span:
    """The line of a part that holds an offset; a snippet does not leave it."""
    start = source.rfind("\n", part.start, at) + 1 or part.start
    end = source.find("\n", at, part.end)
    return Span(start, part.end if end < 0 else end)


def _lines_around(source: str, part: Span, line: Span, count: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return so many lines of a part before and behind one of its lines; blank ones are not counted."""
    if not count:
        return (), ()
    before = [one for one in source[part.start : line.start].splitlines() if one.strip()]
    after = [one for one in source[line.end : part.end].splitlines() if one.strip()]
    return tuple(before[-count:]), tuple(after[:count])
