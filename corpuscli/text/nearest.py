"""Did you mean: the known names most like a name that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CUTOFF = 61
"""The least likeness, 0-100, at which a name is worth proposing: at 60 two letters in common will do."""

SHORT, WHOLLY = 3, 40
"""Of a name of so few characters, which many others hold by chance, the whole of the other must be alike too."""

NEAR = 12
"""How much less alike than the best another proposal may be."""


def nearest(name: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the known names most like ``name``, best first, case ignored.

    The likeness is rapidfuzz's WRatio (edit distance with transpositions of words and parts).

    >>> nearest("Chicerin", ["G. V. Chicherin", "I. V. Stalin"])
    ('G. V. Chicherin',)
    >>> nearest("foo", ["before", "to", "form"]), nearest("frm", ["before", "to", "form"])
    ((), ('form',))
    """
    from rapidfuzz import fuzz, process

    found = process.extract(
        name, sorted(set(known)), scorer=fuzz.WRatio, processor=str.casefold, limit=most, score_cutoff=CUTOFF
    )
    if len(name) <= SHORT:
        found = [one for one in found if fuzz.ratio(name.casefold(), one[0].casefold()) >= WHOLLY]
    return tuple(choice for choice, likeness, _ in found if likeness > found[0][1] - NEAR)
