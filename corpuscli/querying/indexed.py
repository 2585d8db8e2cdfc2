"""Answers a question from the index: every test becomes a set of letters, and sets are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.querying.tree import Leaf, Node, Sets

if TYPE_CHECKING:
    from corpuscli.store.index.index import Index


def numbers(tree: Node, index: Index) -> Sets | None:
    """Return the letters that answer, or None where the index does not know all that is asked."""
    return _node(tree, index, index.everything())


def _node(tree: Node, index: Index, everything: set[int]) -> Sets | None:
    if isinstance(tree, Leaf):
        return _leaf(tree, index, everything)
    found: list[Sets] = []
    for part in tree.parts:
        sets = _node(part, index, everything)
        if sets is None:
            return None
        found.append(sets)
    if tree.any:
        return Sets(set().union(*(one.may for one in found)), set().union(*(one.must for one in found)))
    return Sets(
        everything.intersection(*(one.may for one in found)), everything.intersection(*(one.must for one in found))
    )


def _leaf(leaf: Leaf, index: Index, everything: set[int]) -> Sets | None:
    sets = leaf.test.numbers(index)
    if sets is None or not leaf.negated:
        return sets and Sets(sets.may & everything, sets.must & everything)
    judged = everything if sets.judged is None else sets.judged & everything
    return Sets(judged - sets.must, judged - sets.may)
