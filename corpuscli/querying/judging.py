"""What the tests of letters have in common: how a verdict is said, and how the index is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.querying.tree import Condition, Verdict
from corpuscli.store.index.where import having

if TYPE_CHECKING:
    from corpuscli.querying.facts import Facts
    from corpuscli.store.index.index import Index

YES, NO = Verdict(may=True, must=True), Verdict(may=False, must=False)


def sure(answer: bool) -> Verdict:  # noqa: FBT001 - a verdict of one
    """Judge what cannot be doubted."""
    return YES if answer else NO


class Unindexed:
    """A test that the index cannot answer."""

    __slots__ = ()

    def condition(self, index: Index) -> Condition | None:  # noqa: ARG002 - the interface of all tests
        """The index cannot tell."""
        return None


class ValueTest:
    """A test of single values of keys: what the index can answer by looking at each value once."""

    __slots__ = ()

    @property
    def where(self) -> tuple[str, ...]:
        """The keys whose values are looked at."""
        raise AttributeError

    def holds(self, value: str, folded: str) -> bool:
        """Tell whether a value answers, as it stands and folded."""
        raise AttributeError(value, folded)

    def judge(self, facts: Facts) -> Verdict:
        """Judge a letter: one value that answers is enough."""
        return sure(any(self.holds(*value) for key in self.where for value in facts.values(key)))

    def condition(self, index: Index) -> Condition:
        """Look at each value of the index once."""
        values = ((key, value) for key in self.where for value in index.values(key))
        found = having(number for _, (number, value, folded) in values if self.holds(value, folded))
        return Condition(found, found)


def quoted(words: str) -> str:
    """Write a value in the query language."""
    return words if re.fullmatch(r"[^\s()\"]+", words) else '"' + words.replace('"', "") + '"'
