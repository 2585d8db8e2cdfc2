"""How citations by name begin: one pattern for the archives that have marks of their own, for works and for ibids.

A text is gone through once for all of them. What begins so is then read by its own family.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass
from corpuscli.text.citations.shelfmarks import beginnings

if TYPE_CHECKING:
    from collections.abc import Iterable


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
        pattern: Finds the words that begin either.
        archives: The words that begin names of archives.
        works: The words that begin titles.
    """

    pattern: re.Pattern[str]
    archives: frozenset[str]
    works: frozenset[str]


def read_openings(text: str, known: Beginnings) -> Openings:
    """Find where names of archives and titles of works may begin."""
    found = Openings([], [])
    for begin in known.pattern.finditer(text):
        words, place = begin[0], begin.start()
        if words in known.archives:
            found.shelfmarks.append(place)
        if words not in known.archives or words in known.works:
            found.works.append(place)
    return found


def beginnings_with(titles: Iterable[str]) -> Beginnings:
    """Return how archives begin, and works whose titles begin with some words."""
    archives, works = frozenset(beginnings()), frozenset(titles)
    alike = {one for one in archives | works if one.startswith(tuple(archives)) and one.startswith(tuple(works))}
    pattern = re.compile(by_first_letter(archives, works - archives) or "(?!)")
    return Beginnings(pattern, archives | alike, works | alike)


def by_first_letter(beginnings: Iterable[str], words: Iterable[str] = ()) -> str:
    r"""Return an expression of beginnings and whole words, the longest that fits first; a blank is any blanks.

    Those that begin alike share a branch, so that a search passes over all other letters at once.

    >>> by_first_letter(["ab", "b"], ["a c"])
    'a(?:\\s+c(?!\\w)|b)|b(?:)'
    """
    endings = dict.fromkeys(words, r"(?!\w)") | dict.fromkeys(beginnings, "")
    branches: dict[str, list[str]] = {}
    for word in sorted(endings, key=lambda word: (-len(word), word)):
        rest = r"\s+".join(map(re.escape, word[1:].split(" ")))
        branches.setdefault(word[0], []).append(rest + endings[word])
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(branches.items()))
