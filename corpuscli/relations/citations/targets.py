"""What a letter's citations point to, letter by letter, in the same memory however many letters there are."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.relations.citations.corpus import brought, in_old_style, kept_citations
from corpuscli.relations.citations.facts import Cited, LetterFacts, decoded, decoded_known, facts_of
from corpuscli.relations.citations.resolver import resolve
from corpuscli.relations.citations.spooled import SpooledLetters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.errors import InputError
    from corpuscli.model.letter import Letter
    from corpuscli.relations.citations.known import Known
    from corpuscli.store.corpus import Corpus


class Targets:
    """Says what a letter's citations point to; how other letters may be cited lies on disk.

    Args:
        corpus: The corpus; of its letters only those are read that changed since the last time.

    Raises:
        ConfigError: A register of the corpus cannot be read.
        InputError: A folder of the corpus cannot be listed.
        WriteError: The disk for temporary files is full.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._open = ExitStack()
        try:
            self._kept = self._open.enter_context(kept_citations(corpus, slim=True))
            self._letters = SpooledLetters(corpus.people, self._known(), old_style=in_old_style(corpus))
        except BaseException:
            self.close()
            raise
        self._open.callback(self._letters.close)

    def resolved(self, letter: Letter) -> Iterator[Cited]:
        """Yield the citations of a letter in the order of its file, with their targets."""
        for one in self._facts(letter).cited:
            yield replace(one, citation=resolve(one.citation, one.letter, self._letters, one.around))

    def close(self) -> None:
        """Let the index go."""
        self._open.close()

    def _known(self) -> Iterator[Known]:
        """Yield how each letter is cited; of letters whose facts the index does not take only their paths are held."""
        unread: dict[str, InputError] = {}
        told = set[str]()
        for batch in brought(self._corpus, self._kept, unread):
            told |= batch.keys()
            yield from (facts.known for facts in batch.values())
        for path, fact in self._kept.each():
            if path not in told:
                yield decoded_known(fact, path)

    def _facts(self, letter: Letter) -> LetterFacts:
        fact = self._kept.of(letter.path)
        return facts_of(letter, self._corpus.registers) if fact is None else decoded(fact, letter.path)
