"""Passages that are known: accepted with a reason, or in a baseline."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError
from corpuscli.store.accepted import Accepted, acceptance
from corpuscli.text.baseline import dump_rows, parse_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.dedupe.run import Found
    from corpuscli.model.passage import Passage


def accepted_among(found: Found, entries: Sequence[Accepted]) -> frozenset[Passage]:
    """Return the passages that are accepted."""
    known = acceptance(entries)
    return frozenset(one for one in found.passages if known.holds(one.id, found.said(one)))


def entries_for(found: Found, ids: Sequence[str], reason: str) -> list[Accepted]:
    """Return what is to be accepted.

    Raises:
        UnknownNameError: No passage has that name, with the nearest.
    """
    known = {one.id: one for one in found.passages}
    for name in ids:
        if name not in known:
            from corpuscli.text.nearest import nearest

            raise UnknownNameError("passage", name, nearest(name, known))
    return [Accepted(name, reason, " ".join(found.said(known[name]).split())) for name in dict.fromkeys(ids)]


def dump(passages: Iterable[Passage]) -> str:
    """Return a baseline: each passage's name, and how many copies it has, one a line in a stable order."""
    rows = sorted((one.id, len(one.copies)) for one in passages)
    return dump_rows(({"passage": name, "copies": copies} for name, copies in rows), "repeats")


def parse(text: str, path: str) -> Counter[str]:
    """Read a baseline: how many copies each passage may have.

    Raises:
        InputError: It is no baseline.
    """
    return parse_rows(text, path, "repeats", "passage", "copies")


def without(passages: Iterable[Passage], known: Counter[str]) -> tuple[Passage, ...]:
    """Return the passages that a baseline does not know, or knows with fewer copies."""
    left = Counter(known)
    new: list[Passage] = []
    for one in passages:
        if left[one.id] >= len(one.copies):
            left[one.id] -= len(one.copies)
        else:
            new.append(one)
    return tuple(new)
