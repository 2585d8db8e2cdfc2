"""Whether two records are of the same letter."""

from __future__ import annotations

import re
from functools import lru_cache

from corpuscli.model.values import dataclass
from corpuscli.text.later import later
from corpuscli.text.names import fold, surname

_LOCATOR = later(
    r"\b(?P<fond>f|ф|fond|фонд)\b|\b(?P<opis>op|on|оп|opis|inv)\b|\b(?P<delo>d|д|delo|ed|file)\b|\b(?P<leaf>ll?|лл?|sheets?|p)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d+\w*(?:/\w+)?(?:\s?(?:ob|об|v|verso)\b)?")
UNDATED = "XXXX"
"""The date of a letter of which no day is known."""
_ALIKE = 95
"""Likeness of two texts (0-100) from which they are one letter, wherever it comes from."""
_TRANSLATED = 0.3
"""Share of the shorter text's long words that another translation of the same letter has too; other telegrams on the
same leaf have fewer."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What tells a letter from others.

    Args:
        id: Its id.
        date: Its date in EDTF.
        senders: Who writes, as printed.
        recipients: Who receives.
        source: Archival citations.
        text: What it says, with its notes.
        names: What else names it: its number in an edition, its id in a file of TEI, its address on the web.
    """

    id: str
    date: str
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    source: tuple[str, ...] = ()
    text: str = ""
    names: frozenset[str] = frozenset()


def same_letter(one: Facts, other: Facts) -> str:
    """Say why two records are of the same letter, or return ``""``.

    The same date, sender and recipient, and the same source down to the leaf, a text 95 % alike, or the same number in
    the same edition. Two telegrams may stand on one leaf, so texts that have next to no word in common are two letters;
    empty texts are never alike, but letters without text may have one address on the web.

    >>> one = Facts("a", "1921-03-10", ("G. V. Chicherin",), ("I. V. Stalin",), ("RGASPI. F. 5. Op. 2. D. 31. L. 3",))
    >>> two = Facts("b", "1921-03-10", ("Chicherin",), ("Stalin",), ("RTSKHIDNI. F. 5. On. 2. D 31. L. 3",))
    >>> same_letter(one, two)
    'same date, sender, recipient and leaf'
    """
    if not may_be_same(one, other):
        return ""
    if one.date == UNDATED:
        return "the same place in the edition" if one.names & other.names else ""
    if _leaves(one.source) & _leaves(other.source) and not _unlike(one.text, other.text):
        return "same date, sender, recipient and leaf"
    if one.names & other.names:
        return "same date, sender and recipient, and the same place in the edition"
    if _alike(one.text, other.text):
        return "same date, sender and recipient, and the same text"
    return ""


def may_be_same(one: Facts, other: Facts) -> bool:
    """Tell whether date and parties are the same, so that source, text and names decide; of undated ones names do."""
    return (
        one.date == other.date
        and (one.date != UNDATED or bool(one.names & other.names))
        and _same_parties(one.senders, other.senders)
        and _same_parties(one.recipients, other.recipients)
    )


def _same_parties(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return not one and not other
    return _known(one[0]) == _known(other[0])


@lru_cache(maxsize=4_096)
def _known(name: str) -> str:
    return fold(surname(name) or name)


@lru_cache(maxsize=256)
def _leaves(source: tuple[str, ...]) -> frozenset[_Leaf]:
    """Return fond, opis, delo and leaves of each citation that goes down to the leaf."""
    return frozenset(leaf for citation in source for leaf in _leaf(citation))


_Leaf = tuple[tuple[str, str], ...]


@lru_cache(maxsize=16)
def _flat(text: str) -> str:
    return " ".join(text.split())


def _leaf(citation: str) -> list[_Leaf]:
    marks = [*_LOCATOR.finditer(citation)]
    ends = [*(mark.start() for mark in marks), len(citation)][1:]
    found: dict[str, str] = {}
    for mark, end in zip(marks, ends, strict=True):
        numbers = " ".join(part.replace(" ", "").lower() for part in _NUMBERS.findall(citation[mark.end() : end]))
        found.setdefault(mark.lastgroup or "", numbers)
    return [tuple(sorted(found.items()))] if found.get("fond") and found.get("leaf") else []


def _unlike(one: str, other: str) -> bool:
    """Whether both have words, and next to none of the longer ones in common."""
    words, others = _long_words(one), _long_words(other)
    if not words or not others:
        return False
    return len(words & others) < _TRANSLATED * min(len(words), len(others))


def _long_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{4,}", text.casefold()))


def _alike(one: str, other: str) -> bool:
    if not one.strip() or not other.strip():
        return False
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    if shorter * 200 < longer * _ALIKE - longer * (100 - _ALIKE):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(_flat(one), _flat(other), score_cutoff=_ALIKE) > 0
