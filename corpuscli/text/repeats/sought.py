"""What is sought, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from corpuscli.text.repeats.texts import Shelf


class Sought(NamedTuple):
    """What is sought, and where.

    Args:
        shelf: The texts.
        most: The grams of a run that is long enough by itself.
        within: The fewest words of a passage within one text.
        across: The fewest words of one that stands in several.
    """

    shelf: Shelf
    most: int
    within: int
    across: int
