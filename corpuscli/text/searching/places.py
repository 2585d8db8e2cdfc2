"""Where the words that are searched for stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.span import Span
from corpuscli.text.folding import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.text.searching.wanted import Term

_WORD = re.compile(r"[^\W_]+")
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
    words = list(_WORD.finditer(text))
    folded = plain_text("\n".join(found[0] for found in words)).split("\n")
    found = sorted(
        (words[at].start(), words[at + len(term.words) - 1].end()) for term in terms for at in _stands(term, folded)
    )
    places: list[Span] = []
    for start, end in found:
        if not places or start + offset >= places[-1].end:
            places.append(Span(start + offset, end + offset))
    return places


def _stands(term: Term, folded: Sequence[str]) -> list[int]:
    """Return at which of some folded words a term begins."""
    first, *rest = term.words
    if rest or not term.prefix:
        found = [at for at, word in enumerate(folded) if word == first]
    else:
        found = [at for at, word in enumerate(folded) if word.startswith(first)]
    for number, wanted in enumerate(rest, 1):
        begins = term.prefix and number == len(rest)
        found = [
            at
            for at in found
            if at + number < len(folded)
            and (folded[at + number].startswith(wanted) if begins else folded[at + number] == wanted)
        ]
    return found


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
