"""Answers a question from the index: every test becomes a set of letters, and sets are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpuscli.querying.questions import Days, Undated, ValueTest, Words
from corpuscli.querying.tree import Leaf, Node

if TYPE_CHECKING:
    from corpuscli.store.index.index import Index


class Sets(NamedTuple):
    """The letters that may answer, and those that must."""

    may: set[int]
    must: set[int]


def can_answer(tree: Node) -> bool:
    """Tell whether the index knows all that a question asks."""
    return all(isinstance(leaf.test, (ValueTest, Days, Undated, Words)) for leaf in tree.leaves())


def numbers(tree: Node, index: Index) -> Sets:
    """Return the letters that answer; ``can_answer`` must be true of the tree."""
    everything = index.everything()
    return _node(tree, index, everything)


def _node(tree: Node, index: Index, everything: set[int]) -> Sets:
    if isinstance(tree, Leaf):
        return _leaf(tree, index, everything)
    found = [_node(part, index, everything) for part in tree.parts]
    if tree.any:
        return Sets(set().union(*(one.may for one in found)), set().union(*(one.must for one in found)))
    return Sets(
        everything.intersection(*(one.may for one in found)), everything.intersection(*(one.must for one in found))
    )


def _leaf(leaf: Leaf, index: Index, everything: set[int]) -> Sets:
    test = leaf.test
    if isinstance(test, Days):
        first, last = (day.toordinal() if day else None for day in (test.first, test.last))
        may, must = index.between(first, last, must=False), index.between(first, last, must=True)
        judged = everything - index.undated()
        return Sets(judged - must, judged - may) if leaf.negated else Sets(may, must)
    if isinstance(test, Undated):
        found = index.undated()
    elif isinstance(test, Words):
        found = index.counted(test.sign, test.number)
    else:
        found = matching(test, index) & everything
    chosen = everything - found if leaf.negated else found
    return Sets(chosen, chosen)


def matching(test: object, index: Index) -> set[int]:
    """Return the letters that have a value which a test of values holds true of."""
    if not isinstance(test, ValueTest):
        raise TypeError(test)
    return index.having(
        number for key in test.where for number, value, folded in index.values(key) if test.holds(value, folded)
    )
