"""Looks for repeats in a corpus, and takes the later copies away."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from corpuscli.dedupe.letters import Letters
from corpuscli.dedupe.within import Removal, removal
from corpuscli.errors import UnknownNameError
from corpuscli.model.values import dataclass
from corpuscli.store.asked import one_letter, resolve
from corpuscli.store.files import spool
from corpuscli.store.writing.rewrite import edited, rewrite
from corpuscli.text.repeats.find import ACROSS, WITHIN, find
from corpuscli.text.repeats.forks import workers_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.model.passage import Passage
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.writing.transaction import Transaction

EXACT = 100
"""The similarity of copies that have the same words."""
KINDS = ("within", "letter", "across", "boilerplate")


@dataclass(frozen=True, slots=True)
class Found:
    """The repeats of a corpus.

    Args:
        letters: The letters that were searched.
        passages: What stands again, in the order of first copies.
    """

    letters: Letters
    passages: tuple[Passage, ...] = field(default=())

    def of(self, kinds: Iterable[str]) -> Found:
        """Keep the passages of some kinds."""
        wanted = frozenset(kinds)
        return replace(self, passages=tuple(one for one in self.passages if one.kind in wanted))

    def near(self) -> Found:
        """Keep the passages whose copies differ."""
        return replace(self, passages=tuple(one for one in self.passages if one.similarity < EXACT))

    def count(self, kind: str) -> int:
        """Return how many passages are of a kind."""
        return sum(one.kind == kind for one in self.passages)

    def summary(self, accepted: int = 0, known: int = 0) -> str:
        """Say in one line what was found, and what can be done.

        Args:
            accepted: Passages beside these that are kept on purpose.
            known: Passages beside these that a baseline knows.
        """
        beside = "".join(f"; {count} {word}" for count, word in ((accepted, "accepted"), (known, "known")) if count)
        counts = [(self.count(kind), *words) for kind, words in _WHAT.items()]
        told = ", ".join(f"{count} {one if count == 1 else more}" for count, one, more in counts if count)
        if not told:
            return f"No other passage stands twice{beside}." if beside else "No passage stands twice."
        exact = any(passage.kind == "within" and passage.similarity == EXACT for passage in self.passages)
        return f"{told}{'; to remove exact copies: corpuscli dedupe --write' if exact else ''}{beside}"

    def said(self, passage: Passage) -> str:
        """Return the words of a passage's first copy."""
        first = passage.copies[0]
        return first.span.of(self.letters[first.text].source)

    def complaints(self) -> list[str]:
        """Say which letters could not be read."""
        return [str(problem) for _, problem in sorted(self.letters.problems.items())]


_WHAT = {
    "within": ("passage within a letter", "passages within letters"),
    "letter": ("letter that stands twice", "letters that stand twice"),
    "across": ("passage in several letters", "passages in several letters"),
    "boilerplate": ("of boilerplate (--kind boilerplate)", "of boilerplate (--kind boilerplate)"),
}


def search(corpus: Corpus, ids: Sequence[str] = (), least: int | None = None) -> Found:
    """Find the repeats of a corpus.

    Args:
        corpus: The corpus.
        ids: Only passages that have a copy in one of these letters, named as ``store.asked`` reads them; all by
            default.
        least: The fewest words of a passage; by default 20 within a letter, 30 across letters.

    Raises:
        UnknownNameError: An id that no letter has, with the nearest.
    """
    paths = tuple(corpus.letter_paths())
    meant = resolve(corpus, paths, ids) if ids else frozenset[str]()
    letters = Letters(corpus, paths)
    passages = find(letters, least or WITHIN, least or ACROSS, spool, workers_for(len(letters)))
    if ids:
        passages = [one for one in passages if any(paths[copy.text] in meant for copy in one.copies)]
    return Found(letters, tuple(passages))


def chosen(kinds: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds asked for.

    Raises:
        UnknownNameError: One is none, with the nearest.
    """
    for kind in kinds:
        if kind not in KINDS:
            from corpuscli.text.nearest import nearest

            raise UnknownNameError("kind", kind, nearest(kind, KINDS))
    return tuple(kinds)


def removals(found: Found, least: int | None = None) -> dict[str, Removal]:
    """Plan to take away the exact later copies within letters: what goes, by the letter's path in the corpus."""
    from corpuscli.store.accepted import acceptance, accepted

    numbers = sorted({one.copies[0].text for one in found.passages if one.kind == "within"})
    paths = [found.letters.paths[number] for number in numbers]
    spared = acceptance(accepted(found.letters.corpus))
    return {path: removal(found.letters.corpus.read(path), least or WITHIN, spared) for path in paths}


def put(job: Transaction, corpus: Corpus, plans: dict[str, Removal]) -> None:
    """Put what goes into a transaction."""
    for path, plan in plans.items():
        if plan.edits:
            rewrite(job, corpus.read(path), plan.edits)


def preview(corpus: Corpus, plans: dict[str, Removal]) -> list[tuple[str, str, str]]:
    """Return what removal would do: path in the corpus, old and new source."""
    letters = [(corpus.read(path), plan) for path, plan in plans.items()]
    return [(letter.path, letter.source, edited(letter, plan.edits)) for letter, plan in letters]


def twins_of(found: Found, name: str) -> list[str]:
    """Return the paths of the letters that say the same as one, named as ``store.asked`` reads it.

    Raises:
        UnknownNameError: No letter is called so, with the nearest ids.
    """
    letters = found.letters
    kept = one_letter(letters.corpus, letters.paths, name)
    return [
        letters.paths[number]
        for passage in found.passages
        if passage.kind == "letter"
        for numbers in [dict.fromkeys(copy.text for copy in passage.copies)]
        if any(letters.paths[number] == kept for number in numbers)
        for number in numbers
        if letters.paths[number] != kept
    ]
