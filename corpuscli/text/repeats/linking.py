"""Links each gram to the last one before it that is the same, by sorting."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpuscli.text.repeats.buckets import Buckets
from corpuscli.text.repeats.hashes import RANGES
from corpuscli.text.repeats.runs import WEIGHTS

if TYPE_CHECKING:
    from concurrent.futures import Future

    from numpy.typing import NDArray

    from corpuscli.text.repeats.alphabet import Places
    from corpuscli.text.repeats.buckets import Spool
    from corpuscli.text.repeats.hashes import Hashes, Numbers

THREADS = 2


class Links(NamedTuple):
    """Words whose gram stands before them too.

    Args:
        place: The words, numbered through all parts.
        before: The last word before each with the same gram.
        weight: What the gram weighs.
    """

    place: NDArray[np.uint32]
    before: NDArray[np.uint32]
    weight: NDArray[np.uint8]


def linked(hashes: Hashes, blocks: Places, spool: Spool | None = None) -> Buckets:
    """Link equal hashes range by range: each is sorted together with its place in one number of 64 bits.

    Args:
        hashes: The hashes of all words.
        blocks: Where each block of words ends.
        spool: Opens a file for what memory has no room for.

    Returns:
        The ``Links`` of the words of each block.
    """
    links = Buckets((np.uint32, np.uint32, np.uint8), spool)
    digits = max(hashes.total.bit_length(), 1)
    edges = blocks.astype(np.uint32)

    def put(found: Links) -> None:
        links.put(np.searchsorted(edges, found.place, side="right").astype(np.uint16), found)

    with ThreadPoolExecutor(THREADS) as pool:
        going: deque[Future[Links]] = deque()
        for number in range(1 << RANGES):
            going.append(pool.submit(_link, hashes.keys(number, digits), digits))
            if len(going) > THREADS:
                put(going.popleft().result())
        for one in going:
            put(one.result())
    return links


def _link(keys: Numbers, digits: int) -> Links:
    """Sort keys of hash and place, and link those of one hash."""
    places = np.uint64((1 << digits) - 1)
    keys.sort()
    where = (keys & places).astype(np.uint32)
    same = (keys[1:] ^ keys[:-1]) <= places
    heads = np.flatnonzero(np.concatenate((np.ones(min(len(where), 1), bool), ~same)))
    times = np.diff(heads, append=len(where))
    known = np.array(WEIGHTS, np.uint8)
    weights = np.repeat(known.take(np.minimum(times, len(known) - 1)), times - 1)
    before = np.flatnonzero(same)
    return Links(where.take(before + 1), where.take(before), weights)
