"""Says why nothing answers, when that can be told: which of the tests leaves nothing, and what to ask instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.querying.fields import days
from corpuscli.querying.indexed import numbers
from corpuscli.querying.questions import Days, Party, Undated
from corpuscli.querying.tree import Leaf, Many, Node, Test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.querying.ask import Question
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.index import Index

INSTEAD = {"after": "since", "before": "until"}
"""Tests that leave out the days named, and those that count them."""
TURNED = {"from": ("to", "--recipient"), "to": ("from", "--sender")}
"""Who is asked for on one side, and the other."""


def why_empty(corpus: Corpus, question: Question) -> str:
    """Return one line that says that no letter answers, and why where that can be told."""
    from corpuscli.store.index.index import open_index

    parts = question.tree.parts if isinstance(question.tree, Many) and not question.tree.any else (question.tree,)
    index = open_index(corpus)
    try:
        return next(_reasons(index, parts, certain=question.certain), "no letter answers")
    finally:
        index.close()


def _reasons(index: Index, parts: tuple[Node, ...], *, certain: bool) -> Iterator[str]:
    """Yield reasons, the most helpful first."""
    if not _count(index, ()):
        if not index.problems():
            yield "the corpus has no letters yet: corpuscli add"
        return
    for at, part in enumerate(parts):
        if isinstance(part, Leaf) and not part.negated:
            yield from _instead(index, part.test, (*parts[:at], *parts[at + 1 :]), certain=certain)
    if len(parts) > 1:
        left = (
            (part, _count(index, (*parts[:at], *parts[at + 1 :]), certain=certain)) for at, part in enumerate(parts)
        )
        for part, found in sorted(left, key=lambda pair: -pair[1]):
            if found:
                yield f"without {part} there {_are(found)[len(str(found)) + 1 :]} {found}"


def _instead(index: Index, test: Test, rest: tuple[Node, ...], *, certain: bool) -> Iterator[str]:
    """Say what a test might have asked instead, if letters answer that and all the rest."""
    if isinstance(test, Days):
        field, _, value = test.words.partition(":")
        if field in INSTEAD and (found := _count(index, (*rest, days("date", value.strip('"'))), certain=certain)):
            yield f"{_are(found)} dated within {value}: try --{INSTEAD[field]} {value}"
        if found := _count(index, (*rest, Leaf(Undated()))):
            yield f"{_are(found)} undated and would answer all else: try --undated instead of {test}"
    elif isinstance(test, Party) and test.field in TURNED:
        field, option = TURNED[test.field]
        turned = Leaf(Party(field, test.name, test.keys, test.fuzzy))
        if found := _count(index, (*rest, turned), certain=certain):
            yield f"{_are(found)} {field} {test.name}: try {option}"


def _are(count: int) -> str:
    return f"{count} {'is' if count == 1 else 'are'}"


def _count(index: Index, parts: tuple[Node, ...], *, certain: bool = False) -> int:
    """Count the letters that answer all parts; 0 where the index cannot tell."""
    sets = numbers(Many(parts), index)
    return 0 if sets is None else len(sets.must if certain else sets.may)
