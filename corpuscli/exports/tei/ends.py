"""How a letter opens and closes, where that is certain."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.pages import pattern
from corpuscli.text.names import surname

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_GREETING = 60
_LONGEST_CLOSE = 120
_MOST = 2
"""Lines that greet."""


@cache
def _greeting() -> re.Pattern[str]:
    """A line that begins with a word of greeting and ends as greetings do; with a full stop only before a name."""
    word = pattern("greeting")
    return re.compile(rf"(?i:{word})\b[^\n.]*[,!]|(?i:{word}) [^\W\d_a-zа-яё][\w’'-]*\.")


def opened(blocks: Sequence[str]) -> int:
    """Return how many of the first paragraphs greet.

    >>> opened(["Comrade Stalin.", "Dear comrade,", "My train left."]), opened(["My train left."])
    (2, 0)
    """
    count = 0
    while count < min(_MOST, len(blocks)) and len(blocks[count]) <= _LONGEST_GREETING:
        if not _greeting().fullmatch(blocks[count]):
            break
        count += 1
    return count


def closed(block: str, senders: Sequence[str]) -> int:
    """Return where in the last paragraph the signature begins: a sender's name, as far as it goes; 0 where none is.

    >>> closed("With communist greetings [Chicherin].", ["G. V. Chicherin"]), closed("I saw Lenin.", ["V. I. Lenin"])
    (25, 0)
    """
    if len(block) > _LONGEST_CLOSE or "[^" in block:
        return 0
    for sender in senders:
        name = surname(sender)
        if not name:
            continue
        found = re.search(rf"(?:\[{re.escape(name)}\]|(?<=\n)(?:\w{{1,3}}\.\s?)*{re.escape(name)})[.\s]*\Z", block)
        if found and found.start():
            return found.start()
    return 0
