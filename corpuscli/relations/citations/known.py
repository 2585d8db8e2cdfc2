"""A letter as citations name it: by day and persons, by number in its edition, by the leaf it is kept on."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, cast

from corpuscli.model.values import dataclass
from corpuscli.relations.citations.calendar import may_be_old_style
from corpuscli.relations.citations.named import OWN_ID
from corpuscli.text.footnotes import notes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.model.citation import Citation
    from corpuscli.model.letter import Letter

_LEAF = re.compile(r"([0-9]+)(?:ob)?(?:-([0-9]+))?")
_MOST_LEAVES = 1000
"""The longest range of leaves that is taken apart."""
_DELO = 3
"""Where the file stands in an archival id, behind archive, fond and opis."""
FILE_PARTS = _DELO + 1
"""So many parts name a file: archive, fond, opis, delo."""


@dataclass(frozen=True, slots=True)
class Known:
    """A letter as citations name it.

    Args:
        id: Its id.
        date: Its date as stored.
        senders: The senders as printed.
        recipients: The recipients as printed.
        number: Its number in its edition, without a full stop.
        edition: Its edition.
        notes: The labels of its notes.
        kept: The archival ids of its source.
        own: What its edition calls it.
        old_style: It may be dated by the Julian calendar.
    """

    id: str
    date: str
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    number: str
    edition: str
    notes: tuple[str, ...]
    kept: tuple[str, ...]
    own: str = ""
    old_style: bool = False

    def values(self) -> tuple[object, ...]:
        """Return all that does not depend on the file's name, for ``of``."""
        said = (self.id, self.date, self.senders, self.recipients, self.number, self.edition)
        return (*said, self.notes, self.kept, self.own, self.old_style)

    @classmethod
    def of(cls, values: Iterable[object], stem: str) -> Known:
        """Return the letter of some ``values``; its id is the file's stem where it says none.

        What many letters say alike is held once: 100,000 of them fit into memory.
        """
        id_, date, senders, recipients, number, edition, notes, kept, own, old = values
        lists = [tuple(map(intern, cast("list[str]", value))) for value in (senders, recipients, notes)]
        there = tuple(cast("list[str]", kept))
        named = (str(number), intern(str(edition)))
        return cls(str(id_) or stem, str(date), lists[0], lists[1], *named, lists[2], there, str(own), bool(old))


def known(letter: Letter, sources: Iterable[Citation]) -> Known:
    """Return what citations may name of a letter.

    Args:
        letter: The letter.
        sources: The citations of its source.
    """
    kept = tuple(id_ for one in sources for id_ in one.ids)
    return Known(
        letter.id,
        letter.get("date"),
        letter.all("senders"),
        letter.all("recipients"),
        letter.get("number").strip().rstrip("."),
        letter.get("edition"),
        tuple(note.label for note in notes_of(letter)),
        kept,
        letter.get(OWN_ID),
        may_be_old_style(letter, kept),
    )


@lru_cache(4096)
def leaves(written: str) -> frozenset[int]:
    """Return the single leaves of the last part of an archival id; a verso counts as its leaf.

    >>> sorted(leaves("1-3,7ob"))
    [1, 2, 3, 7]
    """
    found: set[int] = set()
    for first, last in _LEAF.findall(written):
        start, end = int(first), int(last or first)
        found.update(range(start, min(end, start + _MOST_LEAVES - 1) + 1))
    return frozenset(found)


def files(ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield file and leaves of archival ids; what names no file, or no archive, is passed over.

    >>> list(files(["archive:RGASPI/5/2/315/34", "work:pss;vol=5"]))
    [('RGASPI/5/2/315', '34')]
    """
    for one in ids:
        kind, _, place = one.partition(":")
        parts = place.split("/")
        if kind == "archive" and len(parts) > _DELO and "?" not in parts[0] and parts[_DELO] not in ("-", ""):
            yield "/".join(parts[: _DELO + 1]), "/".join(parts[_DELO + 1 :])
