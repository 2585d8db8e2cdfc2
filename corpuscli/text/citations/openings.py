"""How citations by name begin: one pattern for the archives that have marks of their own, for works and for ibids.

A text is gone through once for all of them. What begins so is then read by its own family.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass
from corpuscli.text.citations.shelfmarks import beginnings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.text.citations.works import Works


@dataclass(frozen=True, slots=True)
class Openings:
    """Where names may begin in a text, ascending.

    Args:
        shelfmarks: Names of archives, their first words.
        works: Titles, their first words.
    """

    shelfmarks: list[int]
    works: list[int]


def read_openings(text: str, works: Works) -> Openings:
    """Find where names of archives and titles of works may begin."""
    found = Openings([], [])
    pattern, of_archives, of_works = _pattern(works)
    for begin in pattern.finditer(text):
        words, place = begin[0], begin.start()
        if words in of_archives:
            found.shelfmarks.append(place)
        if words not in of_archives or words in of_works:
            found.works.append(place)
    return found


@lru_cache(maxsize=8)
def _pattern(works: Works) -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    """Return the pattern, and which words begin names of archives and which titles."""
    archives, titles = frozenset(beginnings()), frozenset(works.begins)
    alike = {one for one in archives | titles if one.startswith(tuple(archives)) and one.startswith(tuple(titles))}
    return re.compile(by_first_letter(archives, titles - archives) or "(?!)"), archives | alike, titles | alike


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
