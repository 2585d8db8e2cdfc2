"""What was made last stays at hand."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Item = TypeVar("Item")

TWO = 2
"""Things that are compared are at hand, however large they are."""


class Hand(OrderedDict[int, Item]):
    """Things by their numbers, as long as there is room: what has been there longest goes first.

    Where many small things come and go a plain dict would walk over all that have gone to find the first.

    Args:
        room: How much they may measure together.
        measure: Measures one.

    >>> hand = Hand[str](4, len)
    >>> hand.put(1, "a"), hand.put(2, "to"), hand.put(3, "tea"), list(hand)
    ('a', 'to', 'tea', [2, 3])
    """

    def __init__(self, room: int, measure: Callable[[Item], int]) -> None:
        super().__init__()
        self._room, self._measure = room, measure

    def put(self, number: int, item: Item) -> Item:
        """Keep and return a new one; let others go where there is no room."""
        self[number] = item
        self._room -= self._measure(item)
        while self._room < 0 and len(self) > TWO:
            self._room += self._measure(self.popitem(last=False)[1])
        return item
