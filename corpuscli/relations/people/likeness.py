"""Who an unknown name may be: a proposal for an editor, never an answer.

The measure is spelling (Jaro-Winkler on folded surnames, which weighs how names begin), guarded by initials: names
whose initials contradict each other, as L. B. and S. S. Kamenev's do, are never proposed for one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass
from corpuscli.text.names import fold, is_body, surname

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST = 88
"""The least likeness, 0-100, that is worth an editor's time."""
_SWAPPED = 90
"""The likeness of a name whose initials stand in another order: R. V. for V. R. Menzhinsky."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart, folded.

    Args:
        given: Initials and given names in order.
        family: The surname; for a body, all its words.
        body: Whether it is a body.
    """

    given: tuple[str, ...]
    family: str
    body: bool


@dataclass(frozen=True, slots=True)
class Likely:
    """A name that another may be.

    Args:
        name: The name proposed.
        score: 0-100.
    """

    name: str
    score: int


def name_parts(name: str) -> NameParts:
    """Take a name apart.

    >>> name_parts("Г. В. Чичерин")
    NameParts(given=('g', 'v'), family='chicherin', body=False)
    """
    if is_body(name):
        return NameParts((), fold(name), body=True)
    family = fold(surname(name))
    words = fold(name).split()
    size = len(family.split())
    for at in range(len(words) - size, -1, -1):
        if " ".join(words[at : at + size]) == family:
            return NameParts((*words[:at], *words[at + size :]), family, body=False)
    return NameParts((), " ".join(words), body=False)


def likeness(one: NameParts, other: NameParts) -> int:
    """Return how likely two names are one person's, 0-100; 0 when their initials contradict each other.

    >>> likeness(name_parts("L. B. Kamenev"), name_parts("S. S. Kamenev"))
    0
    """
    from rapidfuzz.distance import JaroWinkler

    if one.body != other.body or not one.family or not other.family:
        return 0
    score = round(100 * JaroWinkler.similarity(one.family, other.family))
    if one.body or _agree(one.given, other.given):
        return score
    swapped = sorted(one.given) == sorted(other.given) and one.family == other.family
    return _SWAPPED if swapped else 0


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether given names may be one person's: each begins as its counterpart does, as far as both go."""
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=False))


def likely(name: str, others: Iterable[str], most: int = 3) -> tuple[Likely, ...]:
    """Return the names that ``name`` may be, the likeliest first, those with initials before those without.

    >>> likely("Ordzhonisky", ["G. K. Ordzhonikidze", "I. V. Stalin"])
    (Likely(name='G. K. Ordzhonikidze', score=...),)
    """
    parts = name_parts(name)
    found = [
        (likeness(parts, there), len(there.given), other)
        for other in others
        for there in (name_parts(other),)
        if other != name
    ]
    found.sort(key=lambda item: (-item[0], -item[1], item[2]))
    return tuple(Likely(other, score) for score, _, other in found[:most] if score >= LEAST)
