"""The rows of date words made ready for reading: one table per language asked for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.date_words import date_words
from corpuscli.model.values import dataclass

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
        counted: The words of phrases that begin with a number, in small letters: the bris of 7bris.
        months_begin: The signs of Roman months, which make one word with a 1 before them.
        token: The tokens of a text.
        figure: The parts of a token that begins with a digit and is no hour.
    """

    words: Mapping[str, Meaning]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    romans: Mapping[str, str]
    lookalikes: Mapping[int, str]
    counted: frozenset[str]
    months_begin: frozenset[str]
    token: re.Pattern[str]
    figure: re.Pattern[str]


_WORD = re.compile(r"[^\W\d_]+|\d+|/")
SILENT = (".", "'", "’", "-", ":")
"""Marks that never count between the words of a form."""


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
            first, *rest = _words(form.lower())
            if rest:
                phrases.setdefault(first, {}).setdefault(tuple(rest), (row.kind, row.value))
            else:
                words.setdefault(first, (row.kind, row.value))
    lookalikes = {ord(form): row.value for row in rows if row.kind == "lookalike" for form in row.forms}
    return Vocabulary(
        words=words,
        phrases={
            first: tuple(sorted(found.items(), key=lambda item: -len(item[0]))) for first, found in phrases.items()
        },
        romans={row.forms[0]: row.value for row in rows if row.kind == "roman"},
        lookalikes=lookalikes,
        counted=frozenset(rest[0] for first, found in phrases.items() if first[0].isdecimal() for rest in found),
        months_begin=frozenset("IVXivx").union(map(chr, lookalikes)),
        token=_token(),
        figure=_figure(),
    )


def _words(form: str) -> list[str]:
    """Return the tokens of a form; only those of numbers, as 20-е, are more than words."""
    if form[0].isdecimal():
        return [word for word in _token().findall(form) if word not in SILENT]
    return _WORD.findall(form)


@cache
def _token() -> re.Pattern[str]:
    """Return the tokens: hours, Roman months with digits in them, numbers, words and marks, tried in this order."""
    rows = date_words()
    hours = "|".join(
        r"\.?\s?".join(map(re.escape, form.split()))
        for row in rows
        if row.kind == "hour"
        for form in sorted(row.forms, key=len, reverse=True)
    )
    damaged = "".join(
        re.escape(form) for row in rows if row.kind == "lookalike" for form in row.forms if form.isalpha()
    )
    return re.compile(
        rf"{_DISTRICT}|\d\d?(?:[.:]\d\d(?!\d))?\s?(?i:{hours})(?![^\W_])|\d\d?:\d\d(?!\d)"
        rf"|1+[IVXivx{damaged}][1IVXivx{damaged}]*(?![^\W_])|[IVXivx{damaged}]+1[1IVXivx{damaged}]*(?![^\W_])"
        rf"|{_FIGURE}|['’]\d\d(?!\d)|[^\W\d_]+|\.\.+|[^\s\w]"
    )


_DISTRICT = r"(?:[NS]\.?\s?[WE]|[EW]\.?\s?C|[NSEW])\.?\s?\d{1,2}(?=\s*[,.;\]]\s*\S)"
"""The postal districts of London, as W.C.1: no day."""
_SUFFIX = "st|nd|rd|th|d|s|er|re|ère|e|ème|eme|ter|ten|te|tes|го|ого|е|й|ое|ья|я|ой|х"
_FIGURE = rf"\d\d(?:\?\?|--|__)(?!\d)|\d{{3}}-(?=\??(?:[\]\s]|$))|\d(?:[\[\]<>?]*\d)*(?:[-:]?(?i:{_SUFFIX})(?![^\W_]))?"


@cache
def _figure() -> re.Pattern[str]:
    """Return the parts of a token that begins with a digit: digits, suffix, or the first digits of a century."""
    return re.compile(rf"(?:(\d(?:[\[\]<>?]*\d)*)(?:[-:]?((?i:{_SUFFIX})))?)|(\d\d(?=[?_-]{{2}})|\d{{3}})[?_-]{{1,2}}")
