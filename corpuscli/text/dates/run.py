"""A run of items: a stretch of text that holds nothing but the words of a date.

A run's ``shape`` has one letter per item, so that a shape such as ``dMY`` can be looked up:

``d`` number of one or two digits, ``o`` the same with a full stop, ``Y`` year, ``y`` year of two digits after an
apostrophe, ``t`` three digits, ``M`` month, ``R`` Roman month, ``S`` season, ``F`` feast, ``P`` early, mid or late,
``H`` half, third or quarter, ``B`` relation, ``U`` undated, ``C`` i.e., and the
joints ``-`` (to) ``/`` ``&`` (and) ``|`` (or) ``(`` ``)``.
"""

from __future__ import annotations

from dataclasses import field, replace

from corpuscli.model.values import dataclass


@dataclass(slots=True)
class Run:
    """A stretch of text that holds nothing but the words of a date.

    Args:
        shape: One letter per item.
        values: What each item says: digits, the number of a month, a relation ...
        first: The token with which each item begins, with the brackets and weekdays before it; counted from 0.
        last: The token with which each item ends, with what belongs to it behind.
        uncertain: Whether brackets, a question mark or a word such as "probably" stand in it.
        approximate: Whether a word such as "circa" stands in it.
        calendar: julian or gregorian where the words say so.
    """

    shape: str = ""
    values: list[str] = field(default_factory=list[str])
    first: list[int] = field(default_factory=list[int])
    last: list[int] = field(default_factory=list[int])
    uncertain: bool = False
    approximate: bool = False
    calendar: str | None = None

    def part(self, start: int, end: int) -> Run:
        """Return the run of the items from ``start`` to before ``end``, qualified as the whole is."""
        if start == 0 and end == len(self.shape):
            return self
        return replace(
            self,
            shape=self.shape[start:end],
            values=self.values[start:end],
            first=self.first[start:end],
            last=self.last[start:end],
        )

    def joined(self, other: Run) -> Run:
        """Return the run of the items of both."""
        return replace(
            self,
            shape=self.shape + other.shape,
            values=self.values + other.values,
            first=self.first + other.first,
            last=self.last + other.last,
        )
