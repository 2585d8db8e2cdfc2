"""Where the words that are searched for stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.span import Span
from corpuscli.text.folding import plain_with_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpuscli.text.searching.wanted import Term

_WORD, _BETWEEN = re.compile(r"[^\W_]*"), re.compile(r"[\W_]*")
WIDTH = 90
"""Code points of a snippet, marks not counted."""


def find_places(text: str, terms: Iterable[Term], offset: int = 0) -> list[Span]:
    """Return where terms stand, in the order of the text, no two overlapping.

    >>> from corpuscli.text.searching.wanted import parse_wanted
    >>> find_places("The Turkish delegation.", parse_wanted('"turkish deleg"*').terms)
    []
    >>> find_places("The Turkish delegation.", parse_wanted("turk*").terms)
    [Span(start=4, end=11)]
    """
    plain, of = plain_with_places(text)
    found = sorted((of[start] + offset, of[end - 1] + 1 + offset) for term in terms for start, end in _in(plain, term))
    places: list[Span] = []
    for start, end in found:
        if not places or start >= places[-1].end:
            places.append(Span(start, end))
    return places


def _in(plain: str, term: Term) -> Iterator[tuple[int, int]]:
    """Yield where a term stands in a text without case and accents."""
    start = plain.find(term.words[0])
    while start >= 0:
        if not start or _behind(_WORD, plain, start - 1) < start:
            end = _end(plain, term, start)
            if end:
                yield start, end
        start = plain.find(term.words[0], start + 1)


def _end(plain: str, term: Term, at: int) -> int:
    """Return where a term ends that begins at the beginning of a word; 0 if it does not stand there."""
    for number, word in enumerate(term.words, 1):
        if not plain.startswith(word, at):
            return 0
        at += len(word)
        end = _behind(_WORD, plain, at)
        if end > at and not (term.prefix and number == len(term.words)):
            return 0
        at = end if number == len(term.words) else _behind(_BETWEEN, plain, end)
    return at


def _behind(run: re.Pattern[str], plain: str, at: int) -> int:
    found = run.match(plain, at)
    return found.end() if found else at


def snippet(source: str, within: Span, places: Sequence[Span], width: int = WIDTH) -> list[tuple[str, bool]]:
    """Return the words around the first place, blanks drawn together, in pieces: text, and whether it was searched for.

    Args:
        source: The text.
        within: The part that the snippet may show.
        places: Where the words stand; the first is shown, and what of the others lies near.
        width: About how many code points.
    """
    room = max(0, width - len(places[0]))
    start = max(within.start, places[0].start - room // 3)
    end = min(within.end, start + width)
    start, end = _to_word(source, start, within.start, places[0].start), max(end, places[0].end)
    end = _to_end(source, end, within.end)
    pieces: list[tuple[str, bool]] = [("…", False)] if start > within.start else []
    at = start
    for place in (one for one in places if one.end <= end):
        pieces += ((source[at : place.start], False), (source[place.start : place.end], True))
        at = place.end
    pieces.append((source[at:end] + ("…" if end < within.end else ""), False))
    return [(re.sub(r"\s+", " ", text), marked) for text, marked in pieces if text]


def _to_word(source: str, start: int, least: int, most: int) -> int:
    """Move a start forward to a word's beginning."""
    if start == least:
        return start
    blank = source.find(" ", start - 1, most)
    return blank + 1 if blank >= 0 else start


def _to_end(source: str, end: int, most: int) -> int:
    """Move an end back to a word's end."""
    if end >= most or not source[end].isalnum():
        return end
    blank = source.rfind(" ", end - 20, end)
    return blank if blank >= 0 else end
