"""The rows of date words made ready for reading: one table per language asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.date_words import date_words

if TYPE_CHECKING:
    from collections.abc import Mapping

Meaning = tuple[str, str]
"""Kind and value of a row."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of printed dates mean.

    Args:
        words: Single words in small letters.
        phrases: By its first word, what may follow it to make a form of several words, longest first.
        romans: Roman months in capitals.
        lookalikes: What OCR put for the letters of Roman months, for ``str.translate``.
        token: The tokens of a date, one group each.
    """

    words: Mapping[str, Meaning]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    romans: Mapping[str, str]
    lookalikes: Mapping[int, str]
    token: re.Pattern[str]


_WORD = re.compile(r"[^\W\d_]+|\d+")


@cache
def vocabulary(language: str | None = None) -> Vocabulary:
    """Return the words of all languages; those of ``language`` (BCP 47) win where two differ."""
    wanted = (language or "").partition("-")[0].lower()
    rows = sorted(date_words(), key=lambda row: row.language != wanted)
    words: dict[str, Meaning] = {}
    phrases: dict[str, dict[tuple[str, ...], Meaning]] = {}
    for row in rows:
        if row.kind in ("roman", "lookalike"):
            continue
        for form in row.forms:
            first, *rest = _WORD.findall(form.lower())
            if rest:
                phrases.setdefault(first, {}).setdefault(tuple(rest), (row.kind, row.value))
            else:
                words.setdefault(first, (row.kind, row.value))
    return Vocabulary(
        words=words,
        phrases={
            first: tuple(sorted(found.items(), key=lambda item: -len(item[0]))) for first, found in phrases.items()
        },
        romans={row.forms[0]: row.value for row in rows if row.kind == "roman"},
        lookalikes={ord(form): row.value for row in rows if row.kind == "lookalike" for form in row.forms},
        token=_token(),
    )


@cache
def _token() -> re.Pattern[str]:
    """Return the tokens: hours first, then Roman months, numbers, words and marks."""
    rows = date_words()
    hours = "|".join(
        r"\.?\s?".join(map(re.escape, form.split()))
        for row in rows
        if row.kind == "hour"
        for form in sorted(row.forms, key=len, reverse=True)
    )
    damaged = "".join(re.escape(form) for row in rows if row.kind == "lookalike" for form in row.forms)
    return re.compile(
        rf"(?P<hour>\d\d?(?:[.:]\d\d(?!\d))?\s?(?:{hours})(?![^\W_])|\d\d?:\d\d(?!\d))"
        rf"|(?P<roman>(?<![^\W_])(?=1*[^\W\d_])[IVX{damaged}]{{1,5}}(?![^\W_]))"
        r"|(?P<century>\d\d(?:\?\?|--|__)(?!\d))"
        r"|(?P<number>\d(?:[\[\]?]*\d)*)"
        r"(?:-?(?P<suffix>st|nd|rd|th|d|s|er|re|ère|e|ème|eme|ter|ten|te|tes|го|ого|е|й|ое|ья|я|ой|х)(?![^\W_]))?"
        r"|(?P<apostrophe>['’]\d\d(?!\d))"
        r"|(?P<word>[^\W\d_]+)"
        r"|(?P<mark>\.\.+|…|[^\s\w])",
        re.IGNORECASE,
    )
