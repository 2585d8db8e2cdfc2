"""What stands in the corpus already: ids that are taken, and the letter that is the same."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.relations.sameness import Facts, same_letter

if TYPE_CHECKING:
    from corpuscli.model.letter import Letter
    from corpuscli.model.reading import Reading
    from corpuscli.store.corpus import Corpus


class Standing:
    """The letters of a corpus as far as adding to it asks for them; read when first asked."""

    def __init__(self, corpus: Corpus) -> None:
        """Ask a corpus."""
        self._corpus = corpus

    @cached_property
    def taken(self) -> set[str]:
        """All ids, by the names of the files."""
        return {path.rpartition("/")[2].rpartition(".")[0] for path in self._corpus.letter_paths()}

    @cached_property
    def _by_date(self) -> dict[str, list[Facts]]:
        found: dict[str, list[Facts]] = {}
        for letter in self._corpus.letters():
            if not isinstance(letter, InputError):
                found.setdefault(letter.get("date"), []).append(facts_of(letter))
        return found

    def same(self, reading: Reading) -> tuple[str, str] | None:
        """Return the id of the letter that is the same, and why it is; None where none is."""
        facts = read_facts(reading)
        for other in self._by_date.get(facts.date, ()):
            why = same_letter(facts, other)
            if why:
                return other.id, why
        return None

    def note(self, reading: Reading) -> None:
        """Count a reading among the letters: the next may be the same."""
        facts = read_facts(reading)
        self._by_date.setdefault(facts.date, []).append(facts)


def facts_of(letter: Letter) -> Facts:
    """Return a letter's facts."""
    return Facts(
        letter.id, letter.get("date"), letter.all("senders"), letter.all("recipients"), letter.all("source"),
        letter.body.of(letter.source),
    )  # fmt: skip


def read_facts(reading: Reading) -> Facts:
    """Return a reading's facts."""
    return Facts(
        reading.get("id"), reading.get("date"), reading.all("senders"), reading.all("recipients"),
        reading.all("source"), reading.text,
    )  # fmt: skip
