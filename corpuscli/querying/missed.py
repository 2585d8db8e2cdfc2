"""Tells a name that no letter has from an answer that is empty: a misspelt name is an error, not silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError
from corpuscli.querying.questions import Held, Holds, Party

if TYPE_CHECKING:
    from corpuscli.querying.facts import Facts
    from corpuscli.querying.tree import Node

_CLOSED = {"place": "place", "tags": "tag", "type": "type", "language": "language"}
"""Keys whose values a corpus repeats: one that is nowhere is a slip."""


class Missed:
    """Watches which names of a question some letter has.

    Args:
        tree: The question.
    """

    def __init__(self, tree: Node) -> None:
        self._open = [leaf.test for leaf in tree.leaves() if _is_closed(leaf.test)]
        self._seen: dict[object, dict[str, str]] = {test: {} for test in self._open}

    def see(self, facts: Facts) -> None:
        """Look at one letter."""
        if not self._open:
            return
        hit = [test for test in self._open if (verdict := test.judge(facts)) is not None and verdict.may]
        self._open = [test for test in self._open if test not in hit]
        for test in self._open:
            self._seen[test].update(_values(test, facts))

    def check(self) -> None:
        """Refuse a name that no letter has.

        Raises:
            UnknownNameError: With the nearest names that letters have.
        """
        for test in self._open:
            from corpuscli.querying.facts import fold_name, plain_text
            from corpuscli.text.nearest import nearest

            known = self._seen[test]
            asked = getattr(test, "name", "") or getattr(test, "words", "") or getattr(test, "value", "")
            folded = fold_name(asked) if isinstance(test, Party) else plain_text(asked)
            close = tuple(dict.fromkeys(known[key] for key in nearest(folded, known)))
            raise UnknownNameError(_kind(test), asked, close)


def _is_closed(test: object) -> bool:
    return isinstance(test, (Party, Held)) or (isinstance(test, Holds) and test.key in _CLOSED)


def _kind(test: object) -> str:
    if isinstance(test, Party):
        return {"from": "sender", "to": "recipient"}.get(test.field, "person")
    return _CLOSED[test.key] if isinstance(test, Holds) else getattr(test, "level", "name")


def _values(test: object, facts: Facts) -> dict[str, str]:
    """The values of a letter that might have been meant, by the key they are compared by."""
    from corpuscli.querying.facts import fold_name, plain_text

    if isinstance(test, Party):
        from corpuscli.text.names import surname

        keys = {"from": ("senders",), "to": ("recipients",)}.get(test.field, ("senders", "recipients"))
        return {fold_name(surname(name)): name for key in keys for name in facts.letter.all(key)}
    if isinstance(test, Holds):
        return {plain_text(value): value for value in facts.letter.all(test.key)}
    level = getattr(test, "level", "")
    values = [one.fields.get(level) for one in facts.sources]
    members = [m for value in values for m in ((value,) if isinstance(value, str) else value or ())]
    return {plain_text(member): member for member in members}
