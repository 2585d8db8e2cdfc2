"""A letter and what questions and rows need to know of it, found when first asked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.model.values import dataclass
from corpuscli.store.index.folds import folded
from corpuscli.text.dates.edtf import parse_edtf
from corpuscli.text.folding import plain_text

if TYPE_CHECKING:
    from corpuscli.model.date import Date
    from corpuscli.model.letter import Letter
    from corpuscli.text.citations.registers import Registers


@dataclass(frozen=True)
class Facts:
    """A letter and its facts.

    Args:
        letter: The letter.
        registers: The archives and works that its citations are read with; the built-in ones by default.
    """

    letter: Letter
    registers: Registers | None = None

    @cached_property
    def date(self) -> Date:
        """The date; that of an undated letter where it cannot be read (lint reports it)."""
        return read_date(self.letter.get("date"))

    @cached_property
    def words(self) -> int:
        """The words between blanks of the text, notes not counted."""
        return len(self.letter.text.of(self.letter.source).split())

    @cached_property
    def _folded(self) -> dict[str, tuple[tuple[str, str], ...]]:
        return {}

    def values(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return the members of a key, each as it stands and folded as the index folds it."""
        if key not in self._folded:
            self._folded[key] = tuple((value, folded(key, value)) for value in self.letter.all(key))
        return self._folded[key]

    @cached_property
    def body(self) -> str:
        """Text and notes, without case and accents."""
        return plain_text(self.letter.body.of(self.letter.source))

    @cached_property
    def holdings(self) -> frozenset[tuple[str, str]]:
        """Level and name of all archives, fonds, opisi and dela that the letter's source names."""
        from corpuscli.store.index.holdings import holdings_of

        return frozenset(holdings_of(self.letter.all("source"), self.registers))

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """The canonical ids that source, earlier publications, text and notes cite."""
        from corpuscli.text.citations import find_citations

        letter = self.letter
        texts = (*letter.all("source"), *letter.all("published"), letter.body.of(letter.source))
        return tuple(id_ for text in texts for one in find_citations(text, self.registers) for id_ in one.ids)


@lru_cache(maxsize=4096)
def read_date(text: str) -> Date:
    """Read a stored date; one that cannot be read counts as undated."""
    try:
        return parse_edtf(text)
    except DateError:
        return parse_edtf("XXXX")


def fold_name(name: str) -> str:
    """Fold a name; the words of transliteration are loaded when first needed."""
    from corpuscli.text.names import fold

    return fold(name)
