"""What archives and works are called in a script, and their numbers as styles print them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from corpuscli.data.archives import archives

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpuscli.data.works import WorkRow
    from corpuscli.model.citation import Citation
    from corpuscli.text.citations.registers import Registers

CYRILLIC = re.compile("[а-яёА-ЯЁ]")
_VERSO = re.compile(r"(?<=[\w])ob(?=$|-)")
_DASH = re.compile(r"-(?=[0-9])")
_BOOK = frozenset({"author", "title", "place", "year", "pages"})
LEVELS = ("fond", "opis", "papka", "delo", "volume", "listy")


class Names:
    """The names of a register, in Cyrillic or Latin letters where it has such.

    Args:
        registers: The archives and works in use.
    """

    def __init__(self, registers: Registers) -> None:
        self.registers = registers

    @cached_property
    def _archives(self) -> Mapping[str, tuple[str, ...]]:
        return {row.id: row.names for row in archives()}

    @cached_property
    def _works(self) -> Mapping[str, WorkRow]:
        return {row.id: row for row in reversed(self.registers.works.rows)}

    def archive(self, citation: Citation, *, cyrillic: bool) -> str:
        """Return the archive's name; as cited where no register knows it, nothing where none is named."""
        id_ = citation.fields.get("archive")
        if not isinstance(id_, str):
            return ""
        cited = citation.fields.get("archive_as_cited")
        known = self.registers.repositories
        if id_ not in known.living:
            return cited if isinstance(cited, str) else id_
        return _in_script(self._archives.get(id_, (id_,)), cyrillic=cyrillic) or id_

    def work(self, citation: Citation, *, cyrillic: bool) -> tuple[str, str]:
        """Return author and title: its own, of a book cited whole; no author where a registered work has none."""
        said = said_of(citation)
        if is_book(said):
            return said["author"], said["title"]
        row = self._works.get(str(citation.fields.get("work")))
        if row is None:
            return "", str(citation.fields.get("work") or "")
        titles = [title.removeprefix("*") for title in sorted(row.titles, key=lambda title: title.startswith("*"))]
        return _in_script(row.authors, cyrillic=cyrillic), _in_script(titles, cyrillic=cyrillic)


def _in_script(names: Iterable[str], *, cyrillic: bool) -> str:
    """Return the first name in the script, else the first."""
    found = list(names)
    return next((name for name in found if bool(CYRILLIC.search(name)) == cyrillic), found[0] if found else "")


def said_of(citation: Citation) -> dict[str, str]:
    """Return what a citation says of a work."""
    return {key: str(value) for key, value in citation.fields.items() if value}


def is_book(said: Mapping[str, str]) -> bool:
    """Tell whether a citation says itself what it is of: a book that no register knows, cited whole."""
    return _BOOK.issubset(key for key, value in said.items() if value)


def levels(citation: Citation) -> list[tuple[str, tuple[str, ...]]]:
    """Return the levels that are named, each with its numbers."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for level in LEVELS:
        value = citation.fields.get(level)
        if value:
            found.append((level, (value,) if isinstance(value, str) else value))
    return found


def listed(members: Iterable[str], verso: str) -> str:
    """Return members as print has them: en dashes, and the verso spelt.

    >>> listed(["1-3ob", "7"], "об.")
    '1–3 об., 7'
    """
    return ", ".join(_DASH.sub("–", _VERSO.sub(f" {verso}", one)) for one in members)


def several(members: tuple[str, ...]) -> bool:
    """Tell whether there are several leaves or pages."""
    return len(members) > 1 or "-" in "".join(members)
