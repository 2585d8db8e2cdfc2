"""What a passage that stands again is: a quotation or draft, or what many letters have in common.

Boilerplate is told by where it stands and by how many letters have it: letterheads open letters and closings close
them, and one sender has them again and again; citations and titles are capitals and numbers; what an editor explains is
a whole note; formulas stand in more letters the shorter they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.text.repeats.sightings import Place, Sighting
    from corpuscli.text.repeats.texts import Shelf

APART = 60
"""Words from which a passage counts that stands in one note and again elsewhere: notes cite the same book, or quote."""
EDGE = 110
"""The longest letterhead or closing, in words."""
HEAD = 4
"""Words that may stand before a letterhead."""
FOOT = 24
"""Words that may stand behind a closing: name, place and day, the shelfmark."""
CAPITALS = 0.6
"""Share of words with a capital or digit from which a passage is titles and references; German prose has 0.4."""
WHOLE = 0.8
"""Share of a note from which a passage is all that it says."""
ALIKE = 99
"""Letters in a hundred below which copies in notes are no copies if they are titles and numbers."""
LISTED = 90
"""Letters in a hundred below which names and numbers that follow their like are the next entry of a list."""
PAIR = 2
"""Letters that may share a head or foot by chance."""
MANY = ((40, 4), (100, 6), (250, 12), (10**9, 40))
"""Up to how many words a passage is a formula from how many letters on."""
LOOKED_AT = 64
"""Places that are looked at; a passage of more is judged by these."""


def apart(parts: Sequence[tuple[int, bool]]) -> bool:
    """Tell whether each copy stands in a part of its own, and all but one of them in notes.

    Args:
        parts: For each copy its part's number, and whether it is a note.
    """
    return len({part for part, _ in parts}) == len(parts) and sum(not note for _, note in parts) <= 1


def within(shelf: Shelf, seen: Sighting) -> str:
    """Tell the kind of a passage whose places are all in one text: ``within`` or ``boilerplate``.

    What a note cites nearly the same again is the next number of a journal, not a copy; and what a letter encloses,
    sailings of a line with their ports and fares, is a list, whose entries are alike.
    """
    places = seen.places
    some = places[:LOOKED_AT]
    near = ALIKE if all(shelf.is_note(place.part) for place in some) else LISTED
    if seen.alike < near and all(_capitals(shelf, place) >= CAPITALS for place in some):
        return "boilerplate"
    if len(places) > LOOKED_AT or not apart([(place.part, shelf.is_note(place.part)) for place in places]):
        return "within"
    short = places[0].words < APART
    return "boilerplate" if short or _capitals(shelf, places[0]) >= CAPITALS else "within"


def across(shelf: Shelf, seen: Sighting) -> str:
    """Tell the kind of a passage that stands in several texts: ``across`` or ``boilerplate``."""
    places = seen.places
    words = seen.words
    letters = len({shelf.text(place.part) for place in places})
    if max(letters, seen.times) >= next(many for longest, many in MANY if words <= longest):
        return "boilerplate"
    some = places[:LOOKED_AT]
    if _capitals(shelf, some[0]) >= CAPITALS or all(_is_whole_note(shelf, place) for place in some):
        return "boilerplate"
    if words <= EDGE and (_all_at_head(shelf, some) or _all_at_foot(shelf, some)):
        senders = {shelf.texts[shelf.text(place.part)].sender for place in some}
        if letters > PAIR or (len(senders) == 1 and senders != {""}):
            return "boilerplate"
    return "across"


def _capitals(shelf: Shelf, place: Place) -> float:
    words = shelf.words(place.part)
    source, begin = shelf.texts[shelf.text(place.part)].source, words.begin
    firsts = [source[begin + start] for start in words.starts[place.first : place.last]]
    return (sum(map(str.isupper, firsts)) + sum(map(str.isdigit, firsts))) / len(firsts)  # nothing is both


def _is_whole_note(shelf: Shelf, place: Place) -> bool:
    return shelf.is_note(place.part) and place.words >= WHOLE * len(shelf.words(place.part))


def _all_at_head(shelf: Shelf, places: Sequence[Place]) -> bool:
    return all(place.first <= HEAD and not shelf.is_note(place.part) and _is_less(shelf, place) for place in places)


def _all_at_foot(shelf: Shelf, places: Sequence[Place]) -> bool:
    return all(
        place.last + FOOT >= len(shelf.words(place.part)) and not shelf.is_note(place.part) and _is_less(shelf, place)
        for place in places
    )


def _is_less(shelf: Shelf, place: Place) -> bool:
    """Tell whether a place is less than half of its part: else it is the letter itself."""
    return 2 * place.words < len(shelf.words(place.part))
