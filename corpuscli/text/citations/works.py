"""The register of works, ready to be matched: titles in a text, and the works they may mean."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from corpuscli.data.transliteration import in_print
from corpuscli.data.works import WorkRow, works
from corpuscli.model.values import dataclass
from corpuscli.text.citations.beginning import beginning, begun
from corpuscli.text.citations.openings import Beginnings, beginnings_with

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AUTHOR_REACH = 120
"""How far before a title, or the quotation mark before it, an author may begin, in code points."""


@dataclass(frozen=True)
class Works:
    """Works by their titles.

    Args:
        rows: The works; several may bear one title.
    """

    rows: tuple[WorkRow, ...]

    @cached_property
    def meant(self) -> Mapping[str, tuple[WorkRow, ...]]:
        """Every title, its blanks as one, with the works it may mean."""
        meant: dict[str, tuple[WorkRow, ...]] = {}
        for row in self.rows:
            for title in row.titles:
                plain = " ".join(title.removeprefix("*").split())
                meant[plain] = (*meant.get(plain, ()), row)
        return meant

    @cached_property
    def begins(self) -> Mapping[str, list[str]]:
        """The first words of titles, two where there are two, to the titles that begin so, the longest first."""
        begins: dict[str, list[str]] = {}
        for title in sorted(self.meant, key=len, reverse=True):
            begins.setdefault(beginning(title), []).append(title)
        return begins

    @cached_property
    def beginnings(self) -> Beginnings:
        """How citations by name begin; kept here, for to look it up by the works costs more than to read a page."""
        return beginnings_with(self.begins)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        """The patterns of titles by their first words; each is built when its word is met."""
        return {}

    @cached_property
    def led(self) -> Mapping[str, frozenset[str]]:
        """Of titles that are none without an author, the first words, to the authors' first words.

        ``Op.`` is one: it is Stalin's works, and stands in nearly every citation of an archive.
        """
        led: dict[str, frozenset[str]] = {}
        for word, titles in self.begins.items():
            rows = [(title, row) for title in titles for row in self.meant[title]]
            if all(f"*{title}" in row.titles and "(" not in title for title, row in rows):
                led[word] = frozenset(author.split()[0] for _, row in rows for author in row.authors)
        return led

    def title(self, text: str, place: int) -> re.Match[str] | None:
        """Return the longest title that begins at a place, or None; one may be none for want of an author before it."""
        word = begun(text, place, self.begins)
        if word is None:
            return None
        if word in self.led:
            before = text[max(0, place - AUTHOR_REACH - 1) : place]
            if not any(author in before for author in self.led[word]):
                return None
        pattern = self._patterns.get(word)
        if pattern is None:
            titles = (r"\s+".join(map(re.escape, title.split())) for title in self.begins[word])
            words = "|".join(titles).replace(r"\(", r"\s?\(")
            pattern = self._patterns[word] = re.compile(rf"(?:{words})(?!\w)")
        return pattern.match(text, place)

    def of_title(self, title: str) -> tuple[WorkRow, ...]:
        """Return the works that a title, as it stands in a text, may mean."""
        return self.meant[" ".join(title.split()).replace(" (", "(")]


@cache
def built_in_works() -> Works:
    """Return the works of the built-in register."""
    return works_of(works())


def works_of(rows: Sequence[WorkRow]) -> Works:
    """Return works with the titles and authors that their rows name, the Russian ones in Latin letters as well."""
    names = {name.removeprefix("*") for row in rows for name in (*row.titles, *row.authors)}
    russian = [name for name in names if not name.isascii()]
    latin = dict(zip(russian, in_print(russian), strict=True))
    return Works(tuple(_spelt(row, latin) for row in rows))


def _spelt(row: WorkRow, latin: Mapping[str, tuple[str, ...]]) -> WorkRow:
    titles, authors = list(row.titles), list(row.authors)
    for title in row.titles:
        bare = title.removeprefix("*")
        titles += [f"*{way}" for way in latin.get(bare, ())] if bare != title else latin.get(bare, ())
    for author in row.authors:
        authors += latin.get(author, ())
    return replace(row, titles=tuple(dict.fromkeys(titles)), authors=tuple(dict.fromkeys(authors)))
