"""Letters that stand twice: what two texts share is nearly all that they say, notes aside.

Contracts, invitations and appointments say nearly the same again years later: these are forms, not one letter.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from datetime import date
from operator import sub
from typing import TYPE_CHECKING

from corpuscli.text.repeats.chains import POPULAR
from corpuscli.text.repeats.clusters import MANY, Sets
from corpuscli.text.repeats.columns import Sightings
from corpuscli.text.repeats.sightings import Place, Sighting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.text.repeats.texts import Shelf

OF_SHORTER = 0.65
"""Share of the shorter letter's words that must stand in the longer one."""
OF_LONGER = 0.5
"""Share of the longer letter's words that must stand in the shorter one."""
TIMES = 3
"""How many times as many letters have what some share, from which it is formulas and no letter."""
APART = 60
"""Days that a letter's two dates may differ by: old and new style, draft and fair copy, written and sent."""


def twins(shelf: Shelf, seen: Sightings) -> tuple[Sightings, Sightings]:
    """Tell letters that are the same from passages that letters share.

    Args:
        shelf: The texts.
        seen: Passages with places in two texts.

    Returns:
        One sighting for each letter that stands several times, from its first shared word to its last; and the
        sightings that are of no such pair.
    """
    texts = array("i", [shelf.owners[part] for part in seen.part])
    firsts, seconds = texts[::2], texts[1::2]
    same = [
        (pair, numbers)
        for pair, numbers in sorted(_sharing(shelf, seen, firsts, seconds).items())
        if _is_same(shelf, pair, map(seen.__getitem__, numbers))
    ]
    if not same:
        return Sightings(), seen
    sets = Sets(len(shelf.texts))
    for pair, _ in same:
        sets.join(*pair)
    members: dict[int, list[Sighting]] = defaultdict(list)
    for (first, _), numbers in same:
        members[sets.find(first)] += (seen[number] for number in numbers)
    groups = {root: some for root, some in members.items() if not _are_formulas(shelf, some)}
    among = {text: root for pair, _ in same for text in pair if (root := sets.find(text)) in groups}
    rest = (
        number
        for number, (first, second) in enumerate(zip(firsts, seconds, strict=True))
        if first not in among or among[first] != among.get(second)
    )
    return Sightings(_whole(shelf, some) for some in groups.values()), seen.chosen(rest)


def _sharing(
    shelf: Shelf, seen: Sightings, firsts: Iterable[int], seconds: Iterable[int]
) -> dict[tuple[int, int], list[int]]:
    """Return the pairs of texts that may be one letter, with the numbers of what they share: few of all pairs."""
    if len(seen.part) >= MANY:
        from corpuscli.text.repeats.pairing import sharing

        return sharing(shelf, seen, OF_SHORTER)
    words = list(map(sub, seen.last, seen.first))
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, pair in enumerate(zip(firsts, seconds, strict=True)):
        found[pair].append(number)
    return {
        pair: numbers
        for pair, numbers in found.items()
        if sum(words[2 * one] + words[2 * one + 1] for one in numbers) >= OF_SHORTER * min(map(shelf.size, pair))
    }


def _is_same(shelf: Shelf, pair: tuple[int, int], members: Iterable[Sighting]) -> bool:
    said = [member.places for member in members if not any(shelf.is_note(place.part) for place in member.places)]
    shares = sorted(
        (shelf.size(text), _covered([places[side] for places in said]) / max(shelf.size(text), 1))
        for side, text in enumerate(pair)
    )
    return shares[0][1] >= OF_SHORTER and shares[1][1] >= OF_LONGER and not _are_forms(shelf, pair)


def _are_formulas(shelf: Shelf, members: Sequence[Sighting]) -> bool:
    """Tell whether what some letters share stands in many others too: short letters on paper with a long head."""
    letters = len({shelf.text(place.part) for member in members for place in member.places})
    said = [(member.times, member.words) for member in members]
    common = sum(words for times, words in said if times >= max(POPULAR, TIMES * letters))
    return 2 * common > sum(words for _, words in said)


def _are_forms(shelf: Shelf, pair: tuple[int, int]) -> bool:
    """Tell whether two texts were written so far apart that neither calendars nor drafts explain it."""
    one, other = (shelf.texts[text].day for text in pair)
    if not (one and other):
        return False
    try:
        return abs(date.fromisoformat(one) - date.fromisoformat(other)).days > APART
    except ValueError:
        return False


def _covered(places: Sequence[Place]) -> int:
    """Count the words that places cover, each once."""
    total, done = 0, (-1, 0)
    for place in sorted(places):
        first = max(place.first, done[1]) if place.part == done[0] else place.first
        total += max(0, place.last - first)
        done = (place.part, max(place.last, done[1] if place.part == done[0] else 0))
    return total


def _whole(shelf: Shelf, members: Sequence[Sighting]) -> Sighting:
    """Return where the letter's longest part stands in each text; a note's only where the letter has no other."""
    found: dict[int, dict[int, Place]] = defaultdict(dict)
    for place in (place for member in members for place in member.places):
        known = found[shelf.text(place.part)].get(place.part, place)
        found[shelf.text(place.part)][place.part] = Place(
            place.part, min(known.first, place.first), max(known.last, place.last)
        )

    def weight(place: Place) -> tuple[bool, int]:
        return not shelf.is_note(place.part), place.words

    places = tuple(max(parts.values(), key=weight) for _, parts in sorted(found.items()))
    return Sighting(places, min(member.alike for member in members))
