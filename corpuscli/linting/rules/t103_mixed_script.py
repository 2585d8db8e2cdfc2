"""Letters of two scripts in one word.

What it does:
    Reports a word with both Latin and Cyrillic (or Greek) letters, and a Cyrillic З or О between digits.

Why it is bad:
    С, О, Р and З look alike in Latin and Cyrillic. OCR and keyboards mix them; search then does not find the word,
    and a number is no number.

Example:
    ::

        ЦK ВКП(б), D. 1З5.

Use instead:
    ::

        ЦК ВКП(б), D. 135.

Fix safety:
    Unsafe: letters that look alike become those of the script that most letters of the word have; where one does
    not look alike, there is no fix.
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
LATIN = "A-Za-z\u00c0-\u024f"
CYRILLIC = "\u0400-\u052f"
GREEK = "\u0370-\u03ff"
MEETING = rf"[{LATIN}][{CYRILLIC}{GREEK}]|[{CYRILLIC}{GREEK}][{LATIN}]|(?<=[0-9])[ЗзОо](?=[0-9])"
WORD = r"[^\W_]+"
ALIKE = str.maketrans("АВЕЗКМНОРСТУХаеорсухі", "ABE3KMHOPCTYXaeopcyxi")
ALIKE_BACK = str.maketrans("ABEKMHOPCTYXaeopcyx", "АВЕКМНОРСТУХаеорсух")


def check(look: Look) -> Iterator[Problem]:
    """Look for a place where the scripts meet; then take the whole word."""
    if look.source.isascii() or not re.search(f"[{CYRILLIC}{GREEK}]", look.source):
        return
    done = 0
    for found in re.finditer(MEETING, look.source):
        if found.start() < done or "µ" in found[0]:
            continue
        start = re.search(rf"{WORD}$", look.source[max(0, found.start() - 60) : found.end()])
        end = re.compile(WORD).match(look.source, found.start())
        span = Span(found.end() - len(start[0]) if start else found.start(), end.end() if end else found.end())
        done = span.end
        word = span.of(look.source)
        mended = _mended(word)
        if mended:
            yield Problem(span, f"{word!r} mixes scripts; write {mended!r}", (Edit(span, mended),), "unsafe")
        else:
            yield Problem(span, f"{word!r} mixes Latin with Cyrillic or Greek letters; write it in one script")


def _mended(word: str) -> str:
    """Return the word in the script most of its letters have, or nothing where letters do not look alike."""
    cyrillic = len(re.findall(f"[{CYRILLIC}]", word))
    latin = len(re.findall(f"[{LATIN}]", word))
    mended = word.translate(ALIKE_BACK if cyrillic > latin > 0 else ALIKE)
    return mended if not re.search(MEETING, mended) and not (latin and mended.isdecimal()) else ""
