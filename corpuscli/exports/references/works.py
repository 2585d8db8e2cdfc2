"""The works that letters cite, each volume once."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.data.works import WorkRow, works
from corpuscli.errors import DateError
from corpuscli.exports.references.item import BOOK, JOURNAL, NEWSPAPER, Item
from corpuscli.exports.references.names import name_of
from corpuscli.model.values import dataclass
from corpuscli.text.dates import parse_edtf
from corpuscli.xref.letter import citations_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.model.citation import Citation
    from corpuscli.model.letter import Letter
    from corpuscli.relations.people.register import Register
    from corpuscli.text.citations.registers import Registers

_PARTS = ("vol", "no", "year", "date")


@dataclass(slots=True)
class Works:
    """Gathers the works cited by the letters that pass.

    Args:
        register: Parts the authors' names.
        registers: The archives and works of the corpus.
        found: Each volume, issue or day cited, once, in the order of the first citation.
    """

    register: Register
    registers: Registers | None = None
    found: dict[str, Item] = field(default_factory=dict[str, Item])

    def see(self, letter: Letter) -> None:
        """Take in what a letter cites."""
        for cited in citations_of(letter, self.registers):
            if cited.citation.kind == "work" and cited.citation.fields.get("work"):
                item = self._item(cited.citation)
                self.found.setdefault(item.id, item)

    def items(self) -> Iterator[Item]:
        """Yield what was found."""
        yield from self.found.values()

    def _item(self, citation: Citation) -> Item:
        said = {part: str(citation.fields.get(part) or "") for part in _PARTS}
        name = str(citation.fields["work"])
        row = next((row for row in works() if row.id == name), None)
        tail = "".join(f"-{said[part]}" for part in _PARTS if said[part])
        try:
            date = parse_edtf(said["date"] or said["year"])
        except DateError:
            date = None
        return Item(
            f"{name}{tail}".replace("/", "-"),
            _kind(row),
            title=row.titles[0].lstrip("*") if row else name,
            authors=(name_of(row.authors[0], self.register),) if row and row.authors else (),
            date=date,
            number=said["no"],
            volume=said["vol"],
        )


def _kind(row: WorkRow | None) -> str:
    """Tell by the locators that a citation needs whether a work is a newspaper, a journal or a book."""
    needs = row.needs if row else ()
    return NEWSPAPER if "date" in needs else JOURNAL if "no" in needs else BOOK
