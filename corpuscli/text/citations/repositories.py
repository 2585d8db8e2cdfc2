"""Repositories: their names in a text, and the living archive a name leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.archives import ArchiveRow, archives
from corpuscli.text.names import slug

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Repositories:
    """The archives in use.

    Args:
        by_name: Folded name to the archive's id.
        living: Id to the id of the archive that holds its fonds now.
        at_end: Matches a known name, and what may stand around it, at the end of a text.
    """

    by_name: Mapping[str, str]
    living: Mapping[str, str]
    at_end: re.Pattern[str]
    anywhere: re.Pattern[str]

    def id_of(self, name: str) -> str | None:
        """Return the living archive's id for a name as cited, or None when no register knows it."""
        known = self.by_name.get(fold_name(name))
        return self.living[known] if known else None


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
    by_name = {fold_name(name): row.id for row in rows for name in (row.id, *row.names)}
    names = sorted({name for row in rows for name in (row.id, *row.names)}, key=len, reverse=True)
    spelt = "|".join(_loose(name) for name in names)
    return Repositories(
        by_name,
        {row.id: _last(row.id, by_id) for row in rows},
        re.compile(rf"(?<![\w-])(?i:{spelt})$"),
        re.compile(rf"(?<![\w-])(?i:{spelt})(?![\w-])"),
    )


def _loose(name: str) -> str:
    """Match a name with any blanks between its words, and any apostrophe."""
    return r"\s+".join(re.escape(word).replace("’", "[’'ʹ]") for word in name.split())


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
    return slug(name).replace("-", "").upper() or "?"
