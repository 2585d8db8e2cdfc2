"""Tells at a glance of most texts that nothing stands twice in them, without the places of words.

It takes a fraction of what ``find`` takes, which says so of them too.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import lt
from typing import TYPE_CHECKING

from corpuscli.text.repeats.letters import LONGEST, MARK, WORD, folded
from corpuscli.text.repeats.runs import LETTERS

if TYPE_CHECKING:
    from corpuscli.text.repeats.texts import Text


def nothing_again(text: Text, within: int) -> bool:
    """Tell whether surely no passage stands twice: fewer than two of the grams of ``runs_of`` do.

    Args:
        text: The text.
        within: The fewest words of a passage.

    >>> from corpuscli.text.repeats.texts import text_of
    >>> nothing_again(text_of("Gold was sold to all."), 20), nothing_again(text_of("gold is sold, gold is sold"), 4)
    (True, False)
    """
    most = max(2, (within + 1) // 2)
    seen: set[str] = set()
    count = 0
    for part in text.parts:
        said = folded(part.of(text.source))
        words = WORD.findall(said)
        if MARK in said:
            words = [bare for word in words if (bare := word.replace(MARK, ""))]
        if max(map(len, words), default=0) > LONGEST:
            return False
        letters = "".join(words)
        at = list(accumulate(map(len, words), initial=0))
        if any(map(lt, at[most:], [start + LETTERS for start in at])):
            return False  # words so short that grams end with them
        grams = [letters[start : start + LETTERS] for start in at[: bisect_right(at, len(letters) - LETTERS)]]
        seen.update(grams)
        count += len(grams)
    return count - len(seen) < 2  # noqa: PLR2004 - the grams of a passage stand side by side
