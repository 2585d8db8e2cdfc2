"""Which characters count when words are compared, and as what.

Case, accents, punctuation and markers of notes count for nothing. Every character becomes one character, so places in
the folded text are places in the source.
"""

from __future__ import annotations

import re
import unicodedata

BLANK = " "
"""Stands for what parts words."""
MARK = "\x00"
"""Stands for what is neither letter nor blank: accents of their own, soft hyphens, joiners."""

_ALONE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Han are written without blanks: each letter is a word."""

WORD = re.compile(f"[{_ALONE}]{MARK}*|[^ {_ALONE}]+")
ALONE = re.compile(f"[{_ALONE}]")
"""A letter that is a word by itself."""
_MARKER = re.compile(r"\[\^[^\s\[\]^]+\]")

LONGEST = 48
"""Letters from which a run without blanks is no word; it is cut behind every letter whose code five divides."""


class _Folds(dict[int, str]):
    """What each code point folds to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold(chr(code))
        return folded


def fold(character: str) -> str:
    """Return what one character counts as: one folded letter, ``BLANK`` or ``MARK``."""
    kind = unicodedata.category(character)
    if kind[0] == "M" or kind == "Cf":
        return MARK
    if not character.isalnum():
        return BLANK
    lower = character.casefold()
    plain = "".join(one for one in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(one))
    found = next((one for one in (plain, lower) if len(one) == 1), character)
    return found if found.isalnum() else character


_FOLDS = _Folds()


def without_markers(text: str) -> str:
    """Return ``text`` with the markers of notes blank."""
    return _MARKER.sub(lambda found: BLANK * len(found[0]), text) if "[^" in text else text


def folded(text: str) -> str:
    """Return ``text`` with each character folded, ``BLANK`` between words, markers of notes blank.

    >>> folded("Tchitchérine[^1] said: No!")
    'tchitcherine     said  no '
    """
    return without_markers(text).translate(_FOLDS)


def alone(letter: str) -> bool:
    """Tell whether a folded letter is a word by itself."""
    return ALONE.match(letter) is not None


def cuts(letter: str) -> bool:
    """Tell whether a run without blanks is cut behind a letter."""
    return ord(letter) % 5 == 0
