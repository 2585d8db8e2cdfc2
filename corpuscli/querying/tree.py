"""A question as a tree of all, any and tests, negations pushed down to the tests.

A letter answers a question in two ways: it may (some of the days its date may mean do) and it must (all of them do).
For tests of other things than dates the two are one. possible(not A) is not certain(A); an undated letter answers
neither a test of its date nor the test's negation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.querying.facts import Facts
    from corpuscli.store.index.index import Index
    from corpuscli.store.index.where import Where


class Verdict(NamedTuple):
    """Whether a letter may answer, and whether it must."""

    may: bool
    must: bool


class Condition(NamedTuple):
    """What the index is asked for: the letters that may answer, and those that must.

    ``dated`` tells whether the test judges only letters that have a date.
    """

    may: Where
    must: Where
    dated: bool = False


class Test(Protocol):
    """One test of a letter."""

    def judge(self, facts: Facts) -> Verdict | None:
        """Judge a letter; None when the test says nothing of it, as a date of an undated letter."""
        ...

    def condition(self, index: Index) -> Condition | None:
        """Return what the index is asked for; None where it cannot tell."""
        ...

    def __str__(self) -> str:
        """Write the test in the query language."""
        ...


@dataclass(frozen=True, slots=True)
class Leaf:
    """A test or its negation."""

    test: Test
    negated: bool = False

    def judge(self, facts: Facts) -> Verdict:
        """Judge a letter."""
        verdict = self.test.judge(facts)
        if verdict is None:
            return Verdict(may=False, must=False)
        return Verdict(not verdict.must, not verdict.may) if self.negated else verdict

    def leaves(self) -> Iterator[Leaf]:
        """Yield the tests of the tree."""
        yield self

    def negative(self) -> Node:
        """Return the negation."""
        return Leaf(self.test, not self.negated)

    def __str__(self) -> str:
        return f"not:{self.test}" if self.negated else str(self.test)


@dataclass(frozen=True, slots=True)
class Many:
    """All of some questions, or any of them; all of none is any letter."""

    parts: tuple[Node, ...] = ()
    any: bool = False

    def judge(self, facts: Facts) -> Verdict:
        """Judge a letter."""
        verdicts = [part.judge(facts) for part in self.parts]
        join = any if self.any else all
        return Verdict(join(one.may for one in verdicts), join(one.must for one in verdicts))

    def leaves(self) -> Iterator[Leaf]:
        """Yield the tests of the tree."""
        for part in self.parts:
            yield from part.leaves()

    def negative(self) -> Node:
        """Return the negation, by De Morgan's laws."""
        return Many(tuple(part.negative() for part in self.parts), not self.any)

    def __str__(self) -> str:
        joined = (" or " if self.any else " ").join(str(part) for part in self.parts)
        return f"({joined})" if self.any and len(self.parts) > 1 else joined


Node = Leaf | Many
