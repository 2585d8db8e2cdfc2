"""Whether lines are notes though nothing says so: numbered one after another, to the letter's end, as its text asks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from corpuscli.intake.page.markers import find_page_markers
from corpuscli.intake.page.notes import numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.intake.page.lines import Line

_MOST_OF = 0.6
"""The share of notes that the text must ask for."""
_LIKE = 0.8
"""How much what asks must look like a marker, on average: a list that a letter ends with is asked for by nothing."""


def answers(text: Sequence[Line], below: Sequence[Line]) -> bool:
    r"""Tell whether lines are the notes of a text.

    Args:
        text: The lines of the text.
        below: The lines from the first that may be a note, to the letter's end.

    >>> from corpuscli.intake.page.lines import split_lines
    >>> text = split_lines("Anarchists were disarmed.1 Nobody was hurt.2")
    >>> answers(text, split_lines("1 See No. 370.\n2 A car.\nIt was found."))
    True
    >>> answers(text, split_lines("5 See No. 370."))
    False
    >>> answers(split_lines("I ask for this at 1 place:"), split_lines("1 More bread.\n2 More tea."))
    False
    """
    numbers = [found for line in below if (found := numbered(line))]
    read = [label for label, *_ in numbers]
    if numbered(below[0]) is None or 2 * len(read) < len(below) or not _rising(read):
        return False
    printed = {label: mark.text for label, mark, _ in numbers}
    asking = {mark.label: mark.weight for mark in find_page_markers(text, read, printed)}
    asked = [asking[label] for label in read if label in asking]
    return read[0] in asking and len(asked) >= _MOST_OF * len(read) and sum(asked) >= _LIKE * len(asked)


def _rising(labels: Sequence[str]) -> bool:
    numbers = [int(label) for label in labels if label.isdigit()]
    return all(before < after for before, after in pairwise(numbers))
