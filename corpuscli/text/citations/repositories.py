"""Repositories: their names in a text, and the living archive a name leads to."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpuscli.data.archives import ArchiveRow, archives
from corpuscli.data.transliteration import in_latin
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Repositories:
    """The archives in use.

    Args:
        by_name: Folded name to the archive's id.
        living: Id to the id of the archive that holds its fonds now.
        last_words: The folded last words of all names, each to the most words of a name that ends with it.
        since: From which year an archive has had its name, where that is known.
        numbered: Whether a name ends with a digit.
    """

    by_name: Mapping[str, str]
    living: Mapping[str, str]
    last_words: Mapping[str, int]
    pairs: frozenset[str]
    since: Mapping[str, int]
    numbered: bool = False

    def id_of(self, name: str) -> str | None:
        """Return the living archive's id for a name as cited, or None when no register knows it."""
        known = self.by_name.get(fold_name(name))
        return self.living[known] if known else None

    def start_at_end(self, text: str) -> int | None:
        """Return where the longest known name begins that ``text`` ends with, or None."""
        place = _last_word(text)
        folded = fold_name(text[place:])
        words = self.last_words.get(folded, 0)
        if not words:
            return None
        if words == 1 and text[place:].isalpha():
            return place if folded in self.by_name else None
        low = max(0, len(text) - words * _LONGEST_WORD)
        starts = [word.start() for word in _WORD_START.finditer(text, low)][-words:]
        return next((start for start in starts if fold_name(text[start:]) in self.by_name), None)


def _last_word(text: str) -> int:
    """Return where the last word begins, a full stop or bracket behind it counted in."""
    whole = text.rstrip(".)")
    place = len(whole)
    if not whole or whole[-1].isspace():
        return place
    word = whole.rsplit(None, 1)[-1]
    if word.isalnum():
        return place - len(word)
    low = place - len(word)
    while place > low and text[place - 1] not in _BREAKS:
        place -= 1
    return place


_BREAKS = frozenset('.,;:()[]«»"“”')
_LONGEST_WORD = 24
"""No name has words that are longer on the average, in code points."""
_WORD_START = re.compile(r"(?<![\w-])\w")
_GLUE = re.compile(r"[\s.,’'ʹ`”\"″ʺ-]+")


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """Return a name without case, blanks, full stops and apostrophes.

    >>> fold_name("RTsKhIDNI.") == fold_name("RTSKHIDNI")
    True
    """
    return _GLUE.sub("", name).casefold()


@cache
def built_in() -> Repositories:
    """Return the archives of the built-in register."""
    return register(archives())


def register(rows: tuple[ArchiveRow, ...]) -> Repositories:
    """Make a register of rows; a later row of the same id or name wins."""
    by_id: dict[str, ArchiveRow] = {}
    for row in rows:
        if row.id not in by_id or row.successor:
            by_id[row.id] = row
    named = [(name, row.id) for row in rows for name in (row.id, *row.names)]
    russian = [(name, id_) for name, id_ in named if not name.isascii()]
    latin = zip(in_latin([name for name, _ in russian]), russian, strict=True)
    written = {way: id_ for ways, (_, id_) in latin for way in ways} | dict(named)
    by_name = {fold_name(name): id_ for name, id_ in written.items()}
    last_words: dict[str, int] = {}
    for name in written:
        last = fold_name(name[_last_word(name) :])
        last_words[last] = max(last_words.get(last, 0), len(_WORD_START.findall(name)))
    living = {row.id: _last(row.id, by_id) for row in rows}
    return Repositories(
        by_name,
        living,
        last_words,
        _pairs(written),
        {row.id: int(row.since) for row in rows if row.since},
        any(n[-1:].isdigit() for n in by_name),
    )


def _pairs(names: Iterable[str]) -> frozenset[str]:
    words = [tuple(map(fold_name, name.split())) for name in names]
    longer = {name[-2:] for name in words if len(name) > 2}  # noqa: PLR2004 - more than a pair
    return frozenset("".join(name) for name in words if len(name) == 2 and name not in longer)  # noqa: PLR2004 - a pair


def _last(id_: str, by_id: Mapping[str, ArchiveRow]) -> str:
    seen = [id_]
    while (row := by_id.get(seen[-1])) is not None and row.successor and row.successor not in seen:
        seen.append(row.successor)
    return seen[-1]


@lru_cache(maxsize=1024)
def unknown_id(name: str) -> str:
    """Return the id of a repository that no register knows: its name in upper-case ASCII without blanks.

    >>> unknown_id("ГАНО"), unknown_id("MSP")
    ('GANO', 'MSP')
    """
    from corpuscli.text.names import slug

    return slug(name).replace("-", "").upper() or "?"
