"""Words that look like a date and hold none of ours: years before Christ, figures with letters among them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.model.span import Span
from corpuscli.text.dates.shifting import BEYOND

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURES = str.maketrans("lIOoО", "11000")
"""The figures for which OCR reads letters; the last is Cyrillic."""


def may_be_beyond(alike: str) -> bool:
    """Tell whether :func:`beyond` may say something of a text that differs from this one in its digits only.

    Args:
        alike: A text whose digits are all 0.
    """
    return _beyond().search(alike.replace("0", "9")) is not None


def beyond(text: str) -> tuple[Span, str] | None:
    """Say which words of a text are no date of ours, and why.

    Args:
        text: A printed date, or a line with one.

    Returns:
        Where they stand, and what is wrong; None where nothing is.

    >>> beyond("March 10, l921")
    (Span(start=10, end=14), 'a letter stands among the figures of l921; is it 1921?')
    >>> beyond("15 March 44 B.C.")[1]
    'only the years 0001 to 9999 can be held'
    """
    found = _beyond().search(text)
    if found is None:
        return None
    word = found["damaged"]
    why = f"a letter stands among the figures of {word}; is it {word.translate(_FIGURES)}?" if word else BEYOND
    return Span(*found.span()), why


@cache
def _beyond() -> re.Pattern[str]:
    damaged, eras = "|".join(_damaged()), "|".join(_eras())
    return re.compile(rf"(?<![^\W_])(?:(?P<damaged>{damaged})(?![^\W_])|(?<!\d)\d{{1,4}}\s?(?:{eras}))|^-\d{{4}}(?!\d)")


def _damaged() -> Iterator[str]:
    """Yield figures with letters among them; 17II is the 17th of February, and l1 a Roman II. 9 fits every class."""
    yield r"[lI][5-9][\dlOo]{2}"
    yield r"\d[5-9]\d[lIOo]"
    yield r"\d[5-9][lOo]\d"
    yield r"l[02-9](?=[\s.])"
    yield r"\d[OО](?=[\s.])"


def _eras() -> Iterator[str]:
    """Yield how English, German, French and Russian say that a year is before Christ; B. C. is a province, too."""
    yield r"(?<!\d{4} )(?<!\d{4})B\.?\s?C\.?(?:\s?E\.?)?(?![^\W_])"
    yield r"v(?:or|\.)?\s?(?:Chr\b|u\.\s?Z)"
    yield r"av(?:ant|\.)?\s?J"
    yield r"(?:г(?:од[а]?)?\.?\s?)?до\s(?:н\.\s?э|Р\.\s?Х)"
