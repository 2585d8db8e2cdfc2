"""Grows two places that agree, letter by letter, over changed words and misread letters to the edges of the passage."""

from __future__ import annotations

from operator import ne
from typing import TYPE_CHECKING, NamedTuple

from corpuscli.text.repeats.rewording import ahead, over_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.text.repeats.rewording import Ahead
    from corpuscli.text.repeats.words import Words

WINDOW = 160
"""Letters that are aligned at a time where two texts differ."""
SLACK = 24
"""Letters by which one text may have grown within a window."""
EDIT = 1.25
"""What a letter that differs weighs against one that agrees."""
GLANCE = 96
"""Letters that are looked at first: where they are strangers, nothing is aligned."""
FIRST = 64
"""Letters whose agreement is looked at first; while all agree, ever more."""
SHRED = 4
"""Letters of the shreds that are looked for."""
MET = 0.15
"""Share of the shreds that must be found; where words are changed or misread more than half are, of strangers' one in
twenty."""
PAYS = 7
"""What agreement behind a difference must outweigh it by; less is chance."""


Block = tuple[int, int, int]
"""Letters that agree: where in the one text, where in the other, how many."""


class Bounds(NamedTuple):
    """How far to grow: the first letter and the one behind the last, in each text."""

    one: tuple[int, int]
    other: tuple[int, int]


def grow(one: Words, other: Words, start: tuple[int, int], bounds: Bounds) -> list[Block]:
    """Align two texts around a place where they agree.

    Args:
        one: The one text.
        other: The other.
        start: A letter in each that agree.
        bounds: How far to grow.

    Returns:
        The blocks that agree, ascending; the first and the last are the edges of what the texts share.
    """
    right = _grown(one, other, start, (bounds.one[1], bounds.other[1]), 1)
    left = _grown(one, other, start, (bounds.one[0], bounds.other[0]), -1)
    blocks = [(at - size, to - size, size) for at, to, size in reversed(left)]
    if blocks and right:
        at, to, size = blocks[-1]
        if at + size == right[0][0]:
            blocks[-1:], right = [(at, to, size + right[0][2])], right[1:]
    return blocks + right


def _grown(mine: Words, theirs: Words, start: tuple[int, int], ends: tuple[int, int], step: int) -> list[Block]:
    """Grow one way; blocks are given where they begin as one walks, so leftward ones end there."""
    at, to = start
    one, other = mine.letters, theirs.letters
    blocks: list[Block] = []
    while True:
        room, space = abs(ends[0] - at), abs(ends[1] - to)
        same = _agreement((one, at), (other, to), min(room, space), step)
        if same:
            blocks.append((at, to, same))
            at, to = at + step * same, to + step * same
        found = _over_difference(
            _window(one, at, min(room - same, WINDOW, space - same + SLACK), step),
            _window(other, to, min(space - same, WINDOW, room - same + SLACK), step),
        ) or _over_words(ahead(mine, at, ends[0], step), ahead(theirs, to, ends[1], step), (at, to))
        if not found:
            return blocks
        blocks += [(at + step * mine_at, to + step * theirs_at, size) for mine_at, theirs_at, size in found]
        last, last_to, size = blocks[-1]
        at, to = last + step * size, last_to + step * size


def _over_words(mine: Ahead, theirs: Ahead, start: tuple[int, int]) -> Sequence[Block]:
    """Return the blocks of words that agree behind a difference, counted from ``start`` as one walks."""
    return [
        (
            abs(mine.edges[one] - start[0]),
            abs(theirs.edges[other] - start[1]),
            abs(mine.edges[one + size] - mine.edges[one]),
        )
        for one, other, size in over_words(mine, theirs)
    ]


def _window(text: str, at: int, size: int, step: int) -> str:
    return text[at : at + size] if step > 0 else text[max(at - size, 0) : at][::-1]


def _agreement(one: tuple[str, int], other: tuple[str, int], most: int, step: int) -> int:
    """Count the letters that agree from two places on, one way, up to ``most``."""
    count, size = 0, FIRST
    (text, at), (again, to) = one, other
    while count < most:
        size = min(size, most - count)
        mine = _window(text, at + step * count, size, step)
        theirs = _window(again, to + step * count, size, step)
        if mine == theirs:
            count, size = count + size, size * 4
        elif size > FIRST:
            size = FIRST
        else:
            return count + list(map(ne, mine, theirs)).index(True)
    return count


def _over_difference(one: str, other: str) -> Sequence[Block]:
    """Return the blocks behind a difference up to where going on pays best; none where it does not."""
    if min(len(one), len(other)) < PAYS:
        return ()
    shreds = range(0, min(GLANCE, len(one)) - SHRED + 1, SHRED)
    near = other[:GLANCE]
    if len([at for at in shreds if one[at : at + SHRED] in near]) < MET * len(shreds):
        return ()
    from rapidfuzz.distance.Levenshtein import editops

    blocks: list[Block] = []
    weight = best = 0.0
    upto = mine = theirs = 0
    for block in editops(one, other).as_matching_blocks():
        weight -= EDIT * max(block.a - mine, block.b - theirs)
        weight += block.size
        if block.size:
            blocks.append((block.a, block.b, block.size))
        mine, theirs = block.a + block.size, block.b + block.size
        if weight > best:
            best, upto = weight, len(blocks)
    return blocks[:upto] if best >= PAYS else ()
