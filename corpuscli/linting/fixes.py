"""Mends what can be mended: edits of rules, none in another's way, again and again until nothing is left."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.model.edit import apply_edits
from corpuscli.model.values import dataclass
from corpuscli.store.frontmatter.reader import parse_letter

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator

    from corpuscli.linting.rule import Rule
    from corpuscli.model.edit import Edit
    from corpuscli.model.finding import Finding
    from corpuscli.model.letter import Letter
    from corpuscli.store.corpus import Corpus

ROUNDS = 10
"""How often a letter is looked at again after it was mended; rules that undo one another end here."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A letter before and after.

    Args:
        path: The file, relative to the corpus.
        old: The decoded file as it was read.
        new: What it becomes.
        count: How many findings were mended.
    """

    path: str
    old: str
    new: str
    count: int


def mend(letter: Letter, look: Callable[[Letter], Iterable[Finding]], *, unsafe: bool) -> Mended | None:
    """Mend a letter in memory.

    Args:
        letter: The letter.
        look: Finds what is wrong with a letter.
        unsafe: Whether unsafe fixes are made too.

    Returns:
        The letter before and after; None where there is nothing to mend, where mending would leave a file that cannot
        be read, or where it would not come to rest.
    """
    allowed = ("safe", "unsafe") if unsafe else ("safe",)
    now, count = letter, 0
    for _ in range(ROUNDS):
        edits, made = compatible(found for found in look(now) if found.fixable in allowed)
        if not edits:
            return Mended(letter.path, letter.source, now.source, count) if now.source != letter.source else None
        try:
            now = parse_letter(apply_edits(now.source, edits), letter.path)
        except InputError:
            return None
        count += made
    return None


def mend_letters(
    corpus: Corpus, rules: Iterable[Rule], asked: frozenset[str] | None, known: Counter[str], *, unsafe: bool
) -> Iterator[Mended]:
    """Mend letters in memory, one after another.

    Args:
        corpus: The corpus.
        rules: The rules whose fixes are made.
        asked: Corpus-relative paths of the letters; all by default.
        known: A baseline: findings that are left alone.
        unsafe: Whether unsafe fixes are made too.
    """
    from corpuscli.linting.baseline import without
    from corpuscli.linting.desk import Desk

    desk = Desk(corpus, rules)

    def look(letter: Letter) -> tuple[Finding, ...]:
        return without(desk.alone(letter), known)

    for path in corpus.letter_paths():
        if asked is None or path in asked:
            with contextlib.suppress(InputError):
                mended = mend(corpus.read(path), look, unsafe=unsafe)
                if mended is not None:
                    yield mended


def compatible(findings: Iterable[Finding]) -> tuple[tuple[Edit, ...], int]:
    """Choose edits that do not touch one another; a finding's edits are made all or none.

    Returns:
        The edits, and of how many findings they are.
    """
    chosen: set[Edit] = set()
    count = 0
    for found in findings:
        if found.edits and not any(_meet(edit, other) for edit in found.edits for other in chosen):
            chosen.update(found.edits)
            count += 1
    return tuple(sorted(chosen)), count


def _meet(edit: Edit, other: Edit) -> bool:
    """Two edits that touch are left for the next round: each may have counted on the other's words."""
    return edit.span.start <= other.span.end and other.span.start <= edit.span.end
