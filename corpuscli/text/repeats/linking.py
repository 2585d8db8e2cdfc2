"""Links each gram to the last one before it that is the same, by sorting."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpuscli.text.repeats.runs import WEIGHTS

if TYPE_CHECKING:
    from concurrent.futures import Future

    from numpy.typing import NDArray

    from corpuscli.text.repeats.hashes import Hashes, Numbers

SORTED = 1 << 22
"""Grams that are sorted at a time by each thread, at most by a fair share of hashes."""
THREADS = 2


class Links(NamedTuple):
    """For each word of all parts, numbered through.

    Args:
        before: The last word before it with the same gram, -1 where there is none.
        weights: What its gram weighs.
    """

    before: NDArray[np.int32]
    weights: NDArray[np.uint8]


def linked(hashes: Hashes) -> Links:
    """Link equal hashes range by range: each is sorted together with its place in one number of 64 bits."""
    total = hashes.total
    links = Links(np.full(total, -1, np.int32), np.zeros(total, np.uint8))
    digits = max(total.bit_length(), 1)
    ranges = max(-(-total // SORTED) - 1, 1).bit_length()
    with ThreadPoolExecutor(THREADS) as pool:
        going: deque[Future[None]] = deque()
        for number in range(1 << ranges):
            going.append(pool.submit(_link, hashes.keys(number, ranges, digits), digits, links))
            if len(going) > 1:
                going.popleft().result()
        for one in going:
            one.result()
    return links


def _link(keys: Numbers, digits: int, links: Links) -> None:
    """Sort keys of hash and place, and link those of one hash."""
    known = np.array(WEIGHTS, np.uint8)
    places = np.uint64((1 << digits) - 1)
    keys.sort()
    where = (keys & places).astype(np.int64)
    same = (keys[1:] ^ keys[:-1]) <= places
    heads = np.flatnonzero(np.concatenate((np.ones(min(len(where), 1), bool), ~same)))
    times = np.diff(heads, append=len(where))
    links.weights[where] = np.repeat(known[np.minimum(times, len(known) - 1)], times)
    links.before[where[1:][same]] = where[:-1][same]
