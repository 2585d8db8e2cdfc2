"""Ids of letters, made of what is known of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.text.dates.masks import SEASONS
from corpuscli.text.names import is_body, slug, surname

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.model.date import Date

_WRITTEN = re.compile(r"(\d[\dX]{3})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")

LONGEST = 100
"""Characters of an id at most."""

_BODY_WORDS = 3


def derive_id(when: Date, senders: Sequence[str], recipients: Sequence[str]) -> str:
    """Return the id of a letter: its earliest day as precisely as known, first sender, first recipient.

    Args:
        when: The letter's date; where only its last day is known, that day; undated letters begin ``undated``.
        senders: Names as printed; of a person the surname counts, of a body the first three words.
        recipients: As ``senders``.

    Returns:
        An id in ``[a-z0-9-]`` of at most 100 characters. Whether another letter has it, the caller must see.

    >>> from corpuscli.text.dates import parse_edtf
    >>> derive_id(parse_edtf("1921-03-10"), ["G. V. Chicherin"], ["I. V. Stalin"])
    '1921-03-10-chicherin-stalin'
    >>> derive_id(parse_edtf("1918-01%"), ["Politburo of the Central Committee"], [])
    '1918-01-politburo-of-the'
    """
    parts = [_day(when), *(_party(names[0]) for names in (senders, recipients) if names)]
    return "-".join(filter(None, parts))[:LONGEST].rstrip("-")


def _party(name: str) -> str:
    """Return a party's part of the id."""
    if is_body(name):
        return "-".join(slug(name).split("-")[:_BODY_WORDS])
    return slug(surname(name)) or "unnamed"


def _day(when: Date) -> str:
    """Return the earliest day, month or year that is known, else the latest."""
    if when.undated:
        return "undated"
    year, month, day = min(_WRITTEN.findall(when.edtf))
    if month in SEASONS:
        month = f"{SEASONS[month][0]:02}"
    known = [year, *([month] if month.isdecimal() else []), *([day] if month.isdecimal() and day.isdecimal() else [])]
    return "-".join(known).lower()


def numbered(derived: str, count: int) -> str:
    """Return the id of the ``count``-th letter whose id is derived alike.

    >>> numbered("1921-03-10-chicherin-stalin", 2)
    '1921-03-10-chicherin-stalin-2'
    """
    tail = f"-{count}" if count > 1 else ""
    return derived[: LONGEST - len(tail)].rstrip("-") + tail if tail else derived
