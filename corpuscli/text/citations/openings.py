"""How citations by name begin: one pattern for the archives that have marks of their own, for works and for ibids.

A text is gone through once for all of them. What begins so is then read by its own family.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass
from corpuscli.text.citations.beginning import beginnings_at
from corpuscli.text.citations.flat import NAME, encoded, names_table
from corpuscli.text.citations.shelfmarks import beginnings

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG = 5
"""Signs from which on words are rare, so that no more need be looked at than that they begin so."""
_ENOUGH = 8
"""Signs behind the first that are looked at: hardly anything else begins so, and half of the expression is left out."""
_DEPTH = 3
_GAP = rb"[ A?]{1,20}"
"""What may stand between two words of a name; bounded as ``beginning`` is: else marks alone would cost their square."""
_CLOSED = b"\0"
_END = b"(?![0-9A-Za-z\xe0-\xff])"
"""No letter or digit follows."""


@dataclass(frozen=True, slots=True)
class Openings:
    """Where names may begin in a text, ascending.

    Args:
        shelfmarks: Names of archives, their first words.
        works: Titles, their first words.
    """

    shelfmarks: list[int]
    works: list[int]


@dataclass(frozen=True, slots=True)
class Beginnings:
    """How names of archives and titles of works begin.

    Args:
        archives: The words that begin names of archives.
        works: The words that begin titles.
        table: What each byte of a text is where they are looked for.
        flat: Finds in such a text where such words may stand.
    """

    archives: frozenset[str]
    works: frozenset[str]
    table: bytes
    flat: re.Pattern[bytes]


def read_openings(text: str, plain: bytes, known: Beginnings) -> Openings:
    """Find where names of archives and titles of works may begin, in a text and its copy in one byte a sign."""
    found = Openings([], [])
    for one in known.flat.finditer(plain.translate(known.table)):
        place = one.start()
        if place and text[place - 1].isalnum():
            continue
        words = beginnings_at(text, place)
        if not known.archives.isdisjoint(words):
            found.shelfmarks.append(place)
        if not known.works.isdisjoint(words):
            found.works.append(place)
    return found


def beginnings_with(titles: Iterable[str]) -> Beginnings:
    """Return how archives begin, and works whose titles begin with some words."""
    archives, works = frozenset(beginnings()), frozenset(titles)
    table = names_table({word[0] for word in archives | works})
    return Beginnings(archives, works, table, re.compile(_flat(archives | works, table)))


def _flat(words: Iterable[str], table: bytes) -> bytes:
    """Return an expression of how words look where all their first signs are one."""
    looks = {encoded(word).translate(table)[1:] + (b"" if len(word) >= _LONG else _CLOSED) for word in words}
    telling: list[bytes] = []
    for look in sorted(one[:_ENOUGH] for one in looks):
        if not (telling and look.startswith(telling[-1])):
            telling.append(look)
    return NAME + b"(?=" + _branches(telling, 0) + b")"  # looked ahead for: another may begin within


def _branches(looks: list[bytes], depth: int) -> bytes:
    """Return an expression of byte strings in order; those that begin alike share a branch, some signs deep."""
    if depth == _DEPTH or len(looks) == 1:
        rests = (_GAP.join(map(re.escape, look.split(b" "))).replace(_CLOSED, _END) for look in looks)
        return b"(?:" + b"|".join(rests) + b")"
    signs = [(sign, list(alike)) for sign, alike in groupby(looks, key=lambda look: look[:1])]
    branches = (
        _GAP.join(map(re.escape, sign.split(b" "))).replace(_CLOSED, _END)
        + (_branches([look[1:] for look in alike], depth + 1) if sign else b"")
        for sign, alike in signs
    )
    return b"(?:" + b"|".join(branches) + b")"
