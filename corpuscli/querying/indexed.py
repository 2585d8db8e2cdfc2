"""Answers a question from the index: every test becomes a condition, and all of them are asked for at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpuscli.querying.holdings import Held
from corpuscli.querying.tree import Condition, Leaf, Node
from corpuscli.store.index.where import DATED, joined

if TYPE_CHECKING:
    from corpuscli.store.index.index import Index


class Sets(NamedTuple):
    """Letters of the index, by number: those that may answer, and those that must."""

    may: set[int]
    must: set[int]


def numbers(tree: Node, index: Index) -> Sets | None:
    """Return the letters that answer, or None where the index does not know all that is asked."""
    if any(isinstance(leaf.test, Held) for leaf in tree.leaves()) and not index.shelve():
        return None
    condition = _node(tree, index)
    return Sets(*index.select(condition.may, condition.must)) if condition else None


def _node(tree: Node, index: Index) -> Condition | None:
    if isinstance(tree, Leaf):
        return _leaf(tree, index)
    found: list[Condition] = []
    for part in tree.parts:
        condition = _node(part, index)
        if condition is None:
            return None
        found.append(condition)
    word = "OR" if tree.any else "AND"
    return Condition(joined([one.may for one in found], word), joined([one.must for one in found], word))


def _leaf(leaf: Leaf, index: Index) -> Condition | None:
    condition = leaf.test.condition(index)
    if condition is None or not leaf.negated:
        return condition
    may, must = condition.must.negative(), condition.may.negative()
    if condition.dated:
        may, must = joined((DATED, may), "AND"), joined((DATED, must), "AND")
    return Condition(may, must)
