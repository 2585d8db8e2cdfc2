"""Which of the numbers in a text are footnote markers: those that count up, and that the notes answer."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.intake.page.candidates import (
    Candidate,
    before_sentences,
    candidates,
    lettered,
    like_notes,
    lost,
    parted,
    worded,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpuscli.intake.page.lines import Line

_ANSWERED = 0.9
"""What a note with its number adds to a candidate."""
_UNANSWERED = 0.4
"""What it costs a candidate that there are notes, and none has its number."""
_BEYOND = 0.2
"""The same where the number is above all notes: an edition's excerpt may give the first of them only."""
_GAP = 0.6
"""What each number left out between two markers costs, up to ``_MOST_GAPS``."""
_MOST_GAPS = 4
_LOST = 0.15
"""What it costs to take a blank before a full stop for the place of a lost marker."""
_HIGHEST = 999


def find_page_markers(
    lines: Sequence[Line], labels: Iterable[str], printed: Mapping[str, str] = MappingProxyType({})
) -> tuple[Candidate, ...]:
    """Return the markers of a letter, in the order of its text.

    Of all numbers that look like markers, those are taken that count upwards with the best sum of likeness: a gap
    costs, a note that answers adds. Asterisks are always markers.

    Args:
        lines: The text, line by line.
        labels: The numbers of the notes under it.
        printed: The labels of the notes that have a number, each with it as printed: ``one``, ``(1)``.
    """
    answered = frozenset(labels)
    numbers = [label for label in answered if label.isdigit()]
    first = min((int(label) for label in numbers), default=1)
    words = {label for label, number in printed.items() if number[0].isalpha() and label.isdigit()}
    found = [candidate for line in lines for candidate in candidates(line)]
    found += [candidate for line in lines for candidate in (worded(line) if words else ()) if candidate.label in words]
    found += [candidate for line in lines for candidate in before_sentences(line) if candidate.label in answered]
    found += [candidate for line in lines for candidate in like_notes(line, printed)] if printed else []
    found += [candidate for line in lines for candidate in parted(line, answered)] if printed else []
    numbers_found = [c for c in found if c.label.isdigit() and int(c.label) <= _HIGHEST]
    gaps = [at for line in lines for at in lost(line)]
    chain = _best_chain(numbers_found, gaps, answered, first)
    stars = [c for c in found if not c.label.isdigit()]
    letters = [c for line in lines for c in lettered(line) if c.label in answered]
    return tuple(sorted((*chain, *stars, *letters), key=lambda c: c.mark.start))


_Chain = tuple[float, tuple[Candidate, "_Chain"] | None]


def _best_chain(found: list[Candidate], gaps: list[int], answered: frozenset[str], first: int) -> list[Candidate]:
    """Return the heaviest chain of rising numbers; linear in the candidates, since the numbers are few.

    A place where a marker seems to be lost may take up one number of the chain, so that a number that is no marker
    need not fill the gap.
    """
    best: dict[int, _Chain] = {}
    last = max((int(label) for label in answered if label.isdigit()), default=_HIGHEST)
    marks = sorted([*((c.mark.start, c) for c in found), *((at, None) for at in gaps)], key=lambda mark: mark[0])
    for _, candidate in marks:
        if candidate is None:
            _lose(best, first)
            continue
        number = int(candidate.label)
        weight = candidate.weight + _echo(number, answered, last)
        start: _Chain = (-_cost(max(number - first, 0)), None)
        earlier = ((at, chain) for at, chain in best.items() if at < number or _linked_again(chain, candidate))
        costs = ((chain[0] - _cost(number - at - 1), chain[1]) for at, chain in earlier)
        before = max((start, *costs), key=lambda chain: chain[0])
        total = before[0] + weight
        if number not in best or total > best[number][0]:
            best[number] = (total, (candidate, before))
    return _unrolled(max(best.values(), key=lambda chain: chain[0], default=(0.0, None)))


def _linked_again(chain: _Chain, candidate: Candidate) -> bool:
    """Whether a link has the number of the one before it: a note may be linked to twice."""
    last = chain[1][0] if chain[1] else None
    return last is not None and last.mark.text.startswith("[") and last.mark.text == candidate.mark.text


def _echo(number: int, answered: frozenset[str], last: int) -> float:
    """Return what the notes, ``last`` the highest of them, add to a number or take from it."""
    if str(number) in answered:
        return _ANSWERED
    return -(_BEYOND if number > last else _UNANSWERED) * bool(answered)


def _lose(best: dict[int, _Chain], first: int) -> None:
    """Let the next number of every chain be lost here, at little cost."""
    for number in sorted((*best, first - 1), reverse=True):
        chain = best.get(number, (0.0, None))
        if number + 1 not in best or chain[0] - _LOST > best[number + 1][0]:
            best[number + 1] = (chain[0] - _LOST, chain[1])


def _cost(skipped: int) -> float:
    return _GAP * min(max(skipped, 0), _MOST_GAPS)


def _unrolled(chain: _Chain) -> list[Candidate]:
    if chain[0] <= 0:
        return []
    found: list[Candidate] = []
    link = chain[1]
    while link is not None:
        found.append(link[0])
        link = link[1][1]
    return found[::-1]
