"""Holders of offices as parties: ``the Chairman of the Council of People's Commissars``, ``Министру Скирмунту``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches, pattern
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.intake.page.lines import Line

_LONGEST = 22
"""An office of more words is a sentence."""
_WORD = re.compile(r"\w[\w'’.-]*")
_BEFORE = r"(?:(?:the|der|die|den|dem|le|la|l['’])\s?)?(?:[^\W\d_][\w'’-]*\s){0,3}?"
"""An article, and what a country adds: ``the German``, ``Der württembergische``."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    flags = re.IGNORECASE
    return later(rf"{_BEFORE}{pattern('role')}(?!\w)", flags), later(rf"(?<=\s){pattern('role_to')}(?!\w)", flags)


def is_office(words: str) -> bool:
    """Tell whether words name somebody by an office, with a name or without, and are no sentence.

    >>> is_office("the First Secretary of the Embassy in Riga Litvinov"), is_office("Der Reichskanzler Wirth")
    (True, True)
    >>> is_office("The Chairman said nothing"), is_office("a train of the Commissar")
    (False, False)
    """
    found = _patterns()[0].match(words)
    if found is None or len(words.split()) > _LONGEST or not _begins(words):
        return False
    return all(_may_stand(word) for word in _WORD.findall(words[found.end() :]))


def _begins(words: str) -> bool:
    """Whether words begin as a name does, or with an article before one."""
    first, _, rest = words.partition(" ")
    if matches("greeting", first) and not matches("title", first):
        return False
    return first[0].isupper() or matches("within", first) or matches("role", rest.split(" of ")[0]) or _cyrillic(first)


def _may_stand(word: str) -> bool:
    """Whether a word may stand in an office's name: one with a capital, or one that leads over."""
    bare = word.rstrip(".")
    return not word[0].islower() or matches("within", bare) or matches("role", bare) or _cyrillic(word)


def _cyrillic(word: str) -> bool:
    return "а" <= word[0].casefold() <= "я"


def receiving(words: Line) -> Iterator[int]:
    """Yield where, within a line, an office begins that its case shows to receive: ``... Министру Польши``."""
    return (found.start() for found in _patterns()[1].finditer(words.text))
