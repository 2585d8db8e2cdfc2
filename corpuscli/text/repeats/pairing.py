"""Finds the pairs of texts that share much, by columns: the same ones that ``twins`` finds one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from corpuscli.text.repeats.columns import Sightings
    from corpuscli.text.repeats.texts import Shelf


def sharing(shelf: Shelf, seen: Sightings, share: float) -> dict[tuple[int, int], list[int]]:
    """Return the pairs of texts that share so much of the words of the shorter one.

    Args:
        shelf: The texts.
        seen: What they share: each has two places.
        share: How much, counting the words in both texts.

    Returns:
        The numbers of what each pair shares.
    """
    owners, sizes, part = (np.frombuffer(column, np.intc) for column in (shelf.owners, shelf.sizes, seen.part))
    texts = owners.take(part).reshape(-1, 2)
    words = np.frombuffer(seen.last, np.intc) - np.frombuffer(seen.first, np.intc)
    order = np.lexsort((texts[:, 1], texts[:, 0]))
    pairs = texts.take(order, 0)
    heads = np.flatnonzero((np.diff(pairs, axis=0, prepend=-1) != 0).any(1))
    shared = np.add.reduceat(words.reshape(-1, 2).sum(1).take(order), heads)
    much = np.flatnonzero(shared >= share * sizes.take(pairs.take(heads, 0)).min(1))
    starts, ends = heads.take(much), np.append(heads, len(order)).take(much + 1)
    return {
        (int(pairs[start, 0]), int(pairs[start, 1])): order[start:end].tolist()
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    }
