"""Looks for repeats in a corpus, and takes the later copies away."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.dedupe.within import Inside, Removal, removal, repeats_of
from corpuscli.errors import InputError, UnknownNameError
from corpuscli.model.values import dataclass
from corpuscli.store.writing.rewrite import edited, rewrite
from corpuscli.store.writing.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.store.corpus import Corpus


@dataclass(slots=True)
class Found:
    """The repeats of a corpus, letter by letter.

    Args:
        repeats: All of them.
        removals: What would go, by the letter's path in the corpus.
        unread: Letters that cannot be read.
    """

    repeats: list[Inside] = field(default_factory=list[Inside])
    removals: dict[str, Removal] = field(default_factory=dict[str, Removal])
    unread: list[InputError] = field(default_factory=list[InputError])

    def of(self, path: str) -> list[Inside]:
        """Return the repeats of one letter."""
        return [repeat for repeat in self.repeats if repeat.letter.path == path]

    @property
    def going(self) -> int:
        """How many copies would go."""
        return sum(len(plan.edits) for plan in self.removals.values())

    def left(self, *, written: bool) -> int:
        """Count the later copies that stand, after or before removal."""
        kept = sum(len(plan.kept) for plan in self.removals.values())
        return kept if written else kept + self.going

    def summary(self, *, written: bool) -> str:
        """Say in one line what was found or done."""
        copies = f"{self.going} {'copy' if self.going == 1 else 'copies'}"
        if not self.repeats:
            return "No passage stands twice."
        if written:
            return f"Removed {copies}; corpuscli undo takes that back." if self.going else "Nothing was removed."
        return f"{copies} to remove: corpuscli dedupe --write" if self.going else "Nothing can be removed safely."

    def complaints(self, corpus: Corpus) -> list[str]:
        """Say which copies stay and which letters could not be read."""
        kept = [f"{corpus.shown(path)}: {why}" for path, plan in self.removals.items() for why in plan.kept]
        return kept + [str(problem) for problem in self.unread]


def find(corpus: Corpus, ids: Sequence[str], least: int) -> Found:
    """Find the repeats within the letters named, or within all.

    Raises:
        UnknownNameError: An id that no letter has, with the nearest.
    """
    found = Found()
    paths = {path.rpartition("/")[2].rpartition(".")[0]: path for path in corpus.letter_paths()}
    for name in ids:
        if name not in paths:
            from corpuscli.text.nearest import nearest

            raise UnknownNameError("id", name, nearest(name, paths))
    for path in (paths[name] for name in dict.fromkeys(ids or paths)):
        try:
            letter = corpus.read(path)
        except InputError as problem:
            found.unread.append(problem)
            continue
        repeats = repeats_of(letter, least)
        if repeats:
            found.repeats += repeats
            found.removals[path] = removal(letter, repeats)
    return found


def remove(corpus: Corpus, found: Found) -> list[str]:
    """Take the later copies away, in all letters or in none.

    Returns:
        The corpus-relative paths written.

    Raises:
        WriteError: A letter cannot be written; nothing was changed.
    """
    job = Transaction(corpus.root, "dedupe --write")
    for path, plan in found.removals.items():
        if plan.edits:
            rewrite(job, found.of(path)[0].letter, plan.edits)
    job.commit()
    return [change.path for change in job.changes]


def preview(found: Found) -> list[tuple[str, str, str]]:
    """Return what removal would do: path in the corpus, old and new source."""
    plans = [(found.of(path)[0].letter, plan) for path, plan in found.removals.items()]
    return [(letter.path, letter.source, edited(letter, plan.edits)) for letter, plan in plans]
