"""What is known of the letters that citations may point to."""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.values import dataclass
from corpuscli.text.citations import find_citations
from corpuscli.text.dates.edtf import parse_edtf
from corpuscli.text.footnotes import notes_of
from corpuscli.text.names import fold, surname

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.model.date import Date
    from corpuscli.model.letter import Letter
    from corpuscli.text.citations.registers import Registers

_LEAF = re.compile(r"(\d+)(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class Known:
    """A letter as citations name it.

    Args:
        id: Its id.
        date: Its date; None where it has none that can be read.
        senders: Surnames of the senders, folded.
        recipients: Surnames of the recipients, folded.
        number: Its number in its edition, without a full stop.
        edition: Its edition.
        notes: The labels of its notes.
    """

    id: str
    date: Date | None
    senders: frozenset[str]
    recipients: frozenset[str]
    number: str
    edition: str
    notes: frozenset[str]


def known(letter: Letter) -> Known:
    """Return what citations may name of a letter."""
    try:
        date = parse_edtf(letter.get("date"))
    except DateError:
        date = None
    return Known(
        letter.id,
        date if date is not None and not date.undated else None,
        surnames(letter.all("senders")),
        surnames(letter.all("recipients")),
        letter.get("number").strip().rstrip("."),
        letter.get("edition"),
        frozenset(note.label for note in notes_of(letter)),
    )


def surnames(names: Iterable[str]) -> frozenset[str]:
    """Return the surnames of some names as they are compared."""
    return frozenset(fold(surname(name) or name) for name in names)


def leaves(written: str) -> frozenset[str]:
    """Return the single leaves of the last part of an archival id; a verso counts as its leaf.

    >>> sorted(leaves("1-3,7ob"))
    ['1', '2', '3', '7']
    """
    found: set[str] = set()
    for first, last in _LEAF.findall(written):
        start, end = int(first), int(last or first)
        found.update(map(str, range(start, min(end, start + 999) + 1)))
    return frozenset(found)


@dataclass(slots=True)
class Letters:
    """All letters of a corpus, to be found by what citations say.

    Args:
        by_id: Each letter.
        by_file: For each file of an archive, as ``RGASPI/5/2/315``, the letters kept in it with their leaves.
        by_number: For each number in an edition the letters that have it.
    """

    by_id: dict[str, Known] = field(default_factory=dict[str, Known])
    by_file: dict[str, list[tuple[frozenset[str], str]]] = field(
        default_factory=dict[str, list[tuple[frozenset[str], str]]]
    )
    by_number: dict[str, list[Known]] = field(default_factory=dict[str, list[Known]])

    def add(self, letter: Letter, registers: Registers | None = None) -> None:
        """Take a letter in; its source is read with the archives in use, the built-in ones by default."""
        one = known(letter)
        self.by_id[one.id] = one
        if one.number:
            self.by_number.setdefault(one.number, []).append(one)
        for source in letter.all("source"):
            for citation in find_citations(source, registers):
                for file, written in files(citation.ids):
                    self.by_file.setdefault(file, []).append((leaves(written), one.id))


def files(ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield file and leaves of archival ids; what names no file, or no known archive, is passed over.

    >>> list(files(["archive:RGASPI/5/2/315/34", "work:pss;vol=5"]))
    [('RGASPI/5/2/315', '34')]
    """
    for one in ids:
        kind, _, place = one.partition(":")
        parts = place.split("/")
        if kind == "archive" and len(parts) > _DELO and "?" not in parts[0] and parts[_DELO] not in ("-", ""):
            yield "/".join(parts[: _DELO + 1]), "/".join(parts[_DELO + 1 :])


_DELO = 3
"""Where the file stands in an archival id, behind archive, fond and opis."""
