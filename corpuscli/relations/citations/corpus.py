"""What all letters of a corpus cite, from the index where it is kept, each citation with its targets."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import field, replace
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.model.values import dataclass
from corpuscli.relations.citations.calendar import LANGUAGES
from corpuscli.relations.citations.facts import Cited, LetterFacts, decoded, encoded, facts_of
from corpuscli.relations.citations.letters import Letters
from corpuscli.relations.citations.resolver import resolve
from corpuscli.store.telling import passed_on

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Iterator

    from corpuscli.model.citation import Link
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.kept import KeptFacts

_BATCH = 500
"""Letters whose facts are held until they are kept."""


@dataclass(slots=True)
class CorpusCitations:
    """What the letters of a corpus cite.

    Args:
        facts: What is known of each letter that can be read, by its path, in the order of paths.
        letters: The letters, to be found by what citations say.
        unread: Letters that cannot be read.
    """

    facts: dict[str, LetterFacts] = field(default_factory=dict[str, LetterFacts])
    letters: Letters = field(default_factory=Letters)
    unread: list[InputError] = field(default_factory=list[InputError])

    def resolved(self, paths: Collection[str] | None = None) -> Iterator[Cited]:
        """Yield the citations of all letters, or of those at some paths, with their targets."""
        for path, facts in self.facts.items():
            if paths is None or path in paths:
                for one in facts.cited:
                    yield replace(one, citation=resolve(one.citation, one.letter, self.letters, one.around))


def corpus_citations(corpus: Corpus) -> CorpusCitations:
    """Find what the letters of a corpus cite; only letters that changed since the last time are read.

    Raises:
        ConfigError: A register of the corpus cannot be read.
        InputError: A folder of the corpus cannot be listed.
    """
    with kept_citations(corpus) as kept:
        held, unread = _brought(corpus, kept)
        found = {path: decoded(fact, path) for path, fact in kept.each() if path not in held}
    facts = dict(sorted((found | held).items()))
    letters = Letters(corpus.people, in_old_style(corpus))
    for one in facts.values():
        letters.add(one.known)
    return CorpusCitations(facts, letters, [unread[path] for path in sorted(unread)])


def in_old_style(corpus: Corpus) -> bool:
    """Tell whether corpus.yaml says that the letters are in a language of Russia."""
    return corpus.config.language.partition("-")[0] in LANGUAGES


@contextmanager
def kept_citations(corpus: Corpus, *, slim: bool = False) -> Generator[KeptFacts]:
    """Open what the index keeps of citations; slim where they are gone through in little memory."""
    from corpuscli.store.citing import reader_stamp
    from corpuscli.store.index.index import open_index

    with closing(open_index(corpus, values=False)) as index:
        if slim:
            index.slim()
        yield index.kept("citations", f"{reader_stamp()} {corpus.registers_digest}")


def _brought(corpus: Corpus, kept: KeptFacts) -> tuple[dict[str, LetterFacts], dict[str, InputError]]:
    """Read the letters of which nothing is kept, some at a time.

    Returns:
        The facts that the index does not take, and why letters could not be read; both by their paths.
    """
    held: dict[str, LetterFacts] = {}
    unread: dict[str, InputError] = {}
    for batch in brought(corpus, kept, unread):
        held |= batch
    return held, unread


def brought(corpus: Corpus, kept: KeptFacts, unread: dict[str, InputError]) -> Iterator[dict[str, LetterFacts]]:
    """Read the letters of which nothing is kept, some at a time, and yield the facts that the index does not take.

    Args:
        corpus: The corpus.
        kept: What the index keeps of citations.
        unread: Where it is put why letters cannot be read.
    """
    missing = kept.missing()
    told = set[str]()
    batches = (missing[start : start + _BATCH] for start in range(0, len(missing), _BATCH))
    for read in passed_on(dict(_read(corpus, batch, unread)) for batch in batches):
        if not kept.keep({digest: encoded(facts) for digest, facts in read.values()}):
            told |= read.keys()
            yield {path: facts for path, (_, facts) in read.items()}
    changed = [path for path in kept.missing() if path not in told and path not in unread] if missing else []
    yield {path: facts for path, (_, facts) in _read(corpus, changed, unread)}


def _read(
    corpus: Corpus, paths: Iterable[str], unread: dict[str, InputError]
) -> Iterator[tuple[str, tuple[bytes, LetterFacts]]]:
    from corpuscli.store.index.content import digest_of

    for path in paths:
        try:
            letter = corpus.read(path)
        except InputError as problem:
            unread[path] = problem
        else:
            yield path, (digest_of(letter.source.encode()), facts_of(letter, corpus.registers))


@dataclass(frozen=True, slots=True)
class Backlink:
    """A citation, in another letter, that points to a letter.

    Args:
        letter: The id of the letter that cites.
        part: Where in it: source, published, text or note:LABEL.
        raw: The words of the citation.
        link: How far and why.
    """

    letter: str
    part: str
    raw: str
    link: Link

    def record(self) -> dict[str, object]:
        """Return the backlink as JSON has it: letter, part, raw, by, confidence."""
        return {
            "letter": self.letter,
            "part": self.part,
            "raw": self.raw,
            "by": self.link.by,
            "confidence": self.link.confidence,
        }


def cited_by(corpus: Corpus, letter: str) -> list[Backlink]:
    """Find the citations that point to a letter, in the order of the citing letters' paths.

    Args:
        corpus: The corpus.
        letter: The id of the letter that is cited.

    Raises:
        ConfigError: A register of the corpus cannot be read.
        InputError: A folder of the corpus cannot be listed.
    """
    return [
        Backlink(one.letter, one.part, one.citation.raw, link)
        for one in corpus_citations(corpus).resolved()
        for link in one.citation.links
        if link.letter == letter
    ]
