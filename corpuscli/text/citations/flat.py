"""A text in one byte a sign, in which the engine of expressions looks for what citations have: numbers and names.

Every place is that of the text itself. An engine that looks for one byte passes over all others at the speed of memory;
so all digits are made one byte, and all signs that names begin with another. Latin and Cyrillic letters stay what they
are, in the code page that has both; what it has not is ``?``, which may therefore be any sign, or a blank of a rare
kind. What is found in the copy is a place to look at in the text, no more.
"""

from __future__ import annotations

import re
import string
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODE_PAGE = "cp1251"
_LIKE_LETTERS = (("\u017f", "s"), ("\u212a", "k"))
"""The long s and the sign of kelvin, which are these letters where case does not count."""
DIGIT, NAME, UNKNOWN = b"0", b"A", b"?"
"""What all digits are, all signs that names begin with, and all that the code page has not, other digits among it."""

_NUMBER = re.compile(rb"0(?<![0^]0)")


def encoded(text: str) -> bytes:
    """Return a text in one byte a sign.

    >>> encoded("Ф. 5 “Ö”").decode("cp1251")
    'Ф. 5 “?”'
    """
    if text.isascii():
        return text.encode()
    for sign, letter in _LIKE_LETTERS:
        text = text.replace(sign, letter)
    return text.encode(_CODE_PAGE, "replace")


def decoded(flat: bytes) -> str:
    """Return what stands for what in such a copy, as a string."""
    return flat.decode(_CODE_PAGE, "replace")


def small(words: str) -> bytes:
    """Return words with small letters, digits as one, and every blank as one: so numbers are looked for.

    >>> small("F. 55, Л.12").decode("cp1251")
    'f. 00, л.00'
    """
    return encoded(words).translate(numbers_table())


def numbered(flat: bytes) -> bool:
    """Tell whether a number may stand in a text with digits as one that is no marker's of a note.

    >>> numbered(small("Dear Sir,[^12]")), numbered(small("In 1921[^1]"))
    (False, True)
    """
    return UNKNOWN in flat or _NUMBER.search(flat) is not None


@cache
def numbers_table() -> bytes:
    """Return what each byte is where numbers are looked for."""
    return bytes.maketrans(string.digits.encode(), DIGIT * 10).translate(_blanks()).translate(_lowered())


def names_table(begin: Iterable[str]) -> bytes:
    """Return what each byte is where names are looked for that begin with certain signs.

    >>> encoded("The PRO, 5").translate(names_table("TP"))
    b'Ahe ARO, 5'
    """
    firsts = {encoded(one)[0] for one in begin}
    return bytes(NAME[0] if code in firsts else code for code in _blanks())


@cache
def _blanks() -> bytes:
    return bytes(32 if _sign(code).isspace() else code for code in range(256))


@cache
def _lowered() -> bytes:
    return bytes(encoded(_sign(code).lower())[0] for code in range(256))


def _sign(code: int) -> str:
    return decoded(bytes([code]))
