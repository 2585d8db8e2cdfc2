"""Text read in the wrong encoding.

What it does:
    Reports UTF-8 that was read as Windows-1252 (``Ã¼`` for ü, ``â€œ`` for a quote) or as Windows-1251
    (``РњРѕСЃРєРІР°`` for Москва).

Why it is bad:
    The letters are there, but not for a reader.

Example:
    ::

        Herr MÃ¼ller schrieb.

Use instead:
    ::

        Herr Müller schrieb.

Fix safety:
    Unsafe: what is found is read again in the right encoding.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "unsafe"
WESTERN = (
    "[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
)
EASTERN = "[\u00a0-\u00bf\u0402-\u040f\u0452-\u045f\u0490\u0491ЁёІіЎў\u2010-\u203a\u20ac\u2116\u2122]"
PATTERN = rf"(?:Ã{WESTERN}|Â[\u00a0-\u00bf]|â€{WESTERN})+|(?:[ÐÑ]{WESTERN}){{2,}}|(?:[РС]{EASTERN}){{2,}}"


def check(look: Look) -> Iterator[Problem]:
    """Look for what might be, then read it in the right encoding."""
    if look.source.isascii() or not re.search("[ÃÂâÐÑРС]", look.source):
        return
    for found in re.finditer(PATTERN, look.source):
        right = _read_again(found[0])
        if right:
            span = Span(*found.span())
            yield Problem(span, f"{found[0]!r} is {right!r} in the wrong encoding", (Edit(span, right),), "unsafe")


def _read_again(words: str) -> str:
    for encoding in ("cp1252", "cp1251"):
        try:
            return b"".join(_bytes(character, encoding) for character in words).decode("utf-8")
        except UnicodeError:
            continue
    return ""


def _bytes(character: str, encoding: str) -> bytes:
    """Windows leaves five bytes unused; programs pass them through."""
    return bytes((ord(character),)) if "\x80" <= character <= "\x9f" else character.encode(encoding)
