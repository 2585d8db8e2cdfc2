"""The editions that letters are from, as the sources that a CMIF file names."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from corpuscli.intake.tei.letters import EDITION
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_UUID = 36
"""Characters of a UUID."""


@dataclass(slots=True)
class Editions:
    """Gathers the editions of the letters that pass; each has an id for ever, of its words and of the corpus's own.

    Args:
        identity: The id of the corpus, which ends with its UUID.
        title: The corpus's name.
    """

    identity: str
    title: str
    _letters: Counter[str] = field(default_factory=Counter[str])
    _online: Counter[str] = field(default_factory=Counter[str])

    def source(self, edition: str, *, online: bool) -> str:
        """Return the id of the source that a letter is from: its edition, or the corpus where it names none.

        Args:
            edition: The edition, or nothing.
            online: Whether the letter has a web address.
        """
        self._letters[edition] += 1
        self._online[edition] += online
        return self._id(edition)

    def all(self) -> Iterator[tuple[str, str, str]]:
        """Yield id, kind (print, online or hybrid) and words of each source, the corpus first; it if there is none."""
        for edition in sorted(self._letters or [""]):
            online = self._online[edition]
            kind = "print" if not online else "online" if online == self._letters[edition] else "hybrid"
            yield self._id(edition), kind if edition else "online", edition or self.title

    def _id(self, edition: str) -> str:
        return f"{EDITION}{uuid5(UUID(self.identity[-_UUID:]), edition)}" if edition else self.identity
