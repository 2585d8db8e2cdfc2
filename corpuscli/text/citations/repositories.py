"""Repositories: their names in a text, and the living archive a name leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.archives import ArchiveRow, archives

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Repositories:
    """The archives in use.

    Args:
        by_name: Folded name to the archive's id.
        living: Id to the id of the archive that holds its fonds now.
        last_words: The folded last words of all names: what a text must end with to end with a name.
    """

    by_name: Mapping[str, str]
    living: Mapping[str, str]
    last_words: frozenset[str]

    def id_of(self, name: str) -> str | None:
        """Return the living archive's id for a name as cited, or None when no register knows it."""
        known = self.by_name.get(fold_name(name))
        return self.living[known] if known else None

    def start_at_end(self, text: str) -> int | None:
        """Return where the longest known name begins that ``text`` ends with, or None."""
        last = _LAST_WORD.search(text)
        if last is None or fold_name(last[0]) not in self.last_words:
            return None
        starts = (word.start() for word in _WORD_START.finditer(text))
        return next((start for start in starts if fold_name(text[start:]) in self.by_name), None)


_WORD_START = re.compile(r"(?<![\w-])\w")
_LAST_WORD = re.compile(r"[^\s.,;:()\[\]«»\"“”]+[.)]*$")
_GLUE = re.compile(r"[\s.,’'ʹ`-]+")


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
    by_id = {row.id: row for row in rows}
    names = [name for row in rows for name in (row.id, *row.names)]
    by_name = {fold_name(name): row.id for row in rows for name in (row.id, *row.names)}
    last_words = frozenset(fold_name(found[0]) for name in names if (found := _LAST_WORD.search(name)))
    return Repositories(by_name, {row.id: _last(row.id, by_id) for row in rows}, last_words)


def _last(id_: str, by_id: Mapping[str, ArchiveRow]) -> str:
    seen = [id_]
    while (row := by_id.get(seen[-1])) is not None and row.successor and row.successor not in seen:
        seen.append(row.successor)
    return seen[-1]


def unknown_id(name: str) -> str:
    """Return the id of a repository that no register knows: its name in upper-case ASCII without blanks.

    >>> unknown_id("ГАНО"), unknown_id("MSP")
    ('GANO', 'MSP')
    """
    from corpuscli.text.names import slug

    return slug(name).replace("-", "").upper() or "?"
