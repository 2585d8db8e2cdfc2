"""Tells a name that no letter has from an answer that is empty: a misspelt name is an error, not silence.

Who has written nothing but has got letters is no misspelt name: the answer is empty then, and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError
from corpuscli.querying.holdings import Held
from corpuscli.querying.judging import ValueTest
from corpuscli.querying.questions import Holds, Party
from corpuscli.querying.tree import Leaf
from corpuscli.store.index.where import having
from corpuscli.text.folding import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.querying.facts import Facts
    from corpuscli.querying.tree import Node
    from corpuscli.store.index.index import Index

_CLOSED = {"place": "place", "tags": "tag", "type": "type", "language": "language"}
"""Keys whose values a corpus repeats: one that is nowhere is a slip."""


class Missed:
    """Watches which names of a question some letter has.

    Args:
        tree: The question.
    """

    def __init__(self, tree: Node) -> None:
        self._open = [leaf.test for leaf in tree.leaves() if _is_closed(leaf.test)]
        self._seen: dict[object, set[tuple[str, str]]] = {test: set() for test in self._open}

    def see(self, facts: Facts) -> None:
        """Look at one letter."""
        if not self._open:
            return
        wide = {test: test.either if isinstance(test, Party) else test for test in self._open}
        hit = [test for test in self._open if (verdict := wide[test].judge(facts)) is not None and verdict.may]
        self._open = [test for test in self._open if test not in hit]
        for test in self._open:
            self._seen[test].update(_values(test, facts))

    def check(self) -> None:
        """Refuse a name that no letter has.

        Raises:
            UnknownNameError: With the nearest names that letters have.
        """
        for test in self._open:
            raise _unknown(test, self._seen[test])


def _unknown(test: object, values: Iterable[tuple[str, str]]) -> UnknownNameError:
    """The error with the nearest values; of several that are compared alike, the first in order is proposed."""
    from corpuscli.text.nearest import nearest

    known = dict(sorted(values, reverse=True))
    asked = getattr(test, "name", "") or getattr(test, "words", "") or getattr(test, "value", "")
    close = tuple(dict.fromkeys(known[key] for key in nearest(_key(test, asked, ""), known)))
    return UnknownNameError(_kind(test), asked, close)


def _key(test: object, value: str, folded: str) -> str:
    """What a value is compared by: a party by its folded surname, all else without case and accents."""
    if not isinstance(test, Party):
        return folded or plain_text(value)
    from corpuscli.text.names import fold, surname

    return fold(surname(value) or value)


def check_index(tree: Node, index: Index, *, found: bool) -> None:
    """Refuse a name that no letter of the index has.

    Args:
        tree: The question.
        index: The index.
        found: Whether any letter may answer it: then it has all names of which all are asked for.

    Raises:
        UnknownNameError: With the nearest names that letters have.
    """
    if found and _asks_for_all(tree):
        return
    for test in (leaf.test for leaf in tree.leaves() if _is_closed(leaf.test)):
        wide = test.either if isinstance(test, Party) else test
        if isinstance(test, ValueTest) and isinstance(wide, ValueTest) and not index.some(wide.condition(index).may):
            living = ((v, f) for key in test.where for n, v, f in index.values(key) if index.some(having([n])))
            raise _unknown(test, ((_key(test, value, folded), value) for value, folded in living))
        if isinstance(test, Held) and not index.some(test.condition(index).may):
            raise _unknown(test, ((plain_text(name), name) for name in index.places_of_keeping(test.level)))


def _asks_for_all(tree: Node) -> bool:
    """Tell whether every test must hold."""
    return not tree.negated if isinstance(tree, Leaf) else not tree.any and all(map(_asks_for_all, tree.parts))


def _is_closed(test: object) -> bool:
    return isinstance(test, (Party, Held)) or (isinstance(test, Holds) and test.key in _CLOSED)


def _kind(test: object) -> str:
    if isinstance(test, Party):
        return {"from": "sender", "to": "recipient"}.get(test.field, "person")
    return _CLOSED[test.key] if isinstance(test, Holds) else getattr(test, "level", "name")


def _values(test: object, facts: Facts) -> set[tuple[str, str]]:
    """The values of a letter that might have been meant, each behind the key it is compared by."""
    if isinstance(test, ValueTest):
        return {(_key(test, value, folded), value) for key in test.where for value, folded in facts.values(key)}
    asked = getattr(test, "level", "")
    return {(plain_text(name), name) for level, name in facts.holdings if level == asked}
