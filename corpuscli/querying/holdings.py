"""What can be asked of a letter's citations: where it is kept, and what it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass
from corpuscli.querying.judging import Unindexed, quoted, sure
from corpuscli.querying.tree import Condition
from corpuscli.store.index.where import kept_at

if TYPE_CHECKING:
    from corpuscli.querying.facts import Facts
    from corpuscli.querying.tree import Verdict
    from corpuscli.store.index.index import Index


@dataclass(frozen=True, slots=True)
class Held:
    """Asks for a level of the source's citation: archive, fond, opis or delo."""

    level: str
    value: str

    def judge(self, facts: Facts) -> Verdict:
        """Judge a letter by where it is kept."""
        asked = self.value.casefold()
        return sure(any(level == self.level and name.casefold() == asked for level, name in facts.holdings))

    def condition(self, index: Index) -> Condition:  # noqa: ARG002 - the interface of all tests
        """Ask the index, which knows where letters are kept."""
        found = kept_at(self.level, self.value)
        return Condition(found, found)

    def __str__(self) -> str:
        return f"{self.level}:{quoted(self.value)}"


@dataclass(frozen=True, slots=True)
class Cites(Unindexed):
    """Asks for letters that cite an archive's unit or a work, by the beginning of its id."""

    id: str

    def judge(self, facts: Facts) -> Verdict:
        """Judge a letter by all it cites."""
        asked = self.id.casefold()
        return sure(any(_begins(id_.casefold(), asked) for id_ in facts.cited))

    def __str__(self) -> str:
        return f"cites:{quoted(self.id)}"


def _begins(id_: str, asked: str) -> bool:
    """Tell whether an id, with its kind or without, is the one asked for or lies under it."""
    return any(one == asked or one.startswith((f"{asked}/", f"{asked};")) for one in (id_, id_.partition(":")[2]))
