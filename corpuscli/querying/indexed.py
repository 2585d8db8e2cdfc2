"""Answers a question from the index: every test becomes a set of letters, and sets are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.querying.holdings import Held
from corpuscli.querying.tree import Leaf, Node, Sets

if TYPE_CHECKING:
    from corpuscli.store.index.index import Index


def numbers(tree: Node, index: Index) -> Sets | None:
    """Return the letters that answer, or None where the index does not know all that is asked."""
    if any(isinstance(leaf.test, Held) for leaf in tree.leaves()) and not index.shelve():
        return None
    return _node(tree, index)


def _node(tree: Node, index: Index) -> Sets | None:
    if isinstance(tree, Leaf):
        return _leaf(tree, index)
    found: list[Sets] = []
    for part in tree.parts:
        sets = _node(part, index)
        if sets is None:
            return None
        found.append(sets)
    if tree.any:
        return Sets(set().union(*(one.may for one in found)), set().union(*(one.must for one in found)))
    if not found:
        return Sets(index.everything(), index.everything())
    first, rest = found[0], found[1:]
    return Sets(
        first.may.intersection(*(one.may for one in rest)), first.must.intersection(*(one.must for one in rest))
    )


def _leaf(leaf: Leaf, index: Index) -> Sets | None:
    sets = leaf.test.numbers(index)
    if sets is None or not leaf.negated:
        return sets
    judged = index.everything() - index.undated() if sets.dated else index.everything()
    return Sets(judged - sets.must, judged - sets.may)
