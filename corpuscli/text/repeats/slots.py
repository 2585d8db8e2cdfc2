"""Memory that forked processes share: large results lie there, and only what is left of them goes through a pipe."""

from __future__ import annotations

import mmap
import pickle
from itertools import pairwise
from typing import Any, NamedTuple

SIZE = 1 << 22
"""Bytes of a slot; a result whose columns are larger goes through the pipe whole."""


class Sent(NamedTuple):
    """A result that was put into a slot.

    Args:
        slot: Which; -1 for none.
        rest: It, pickled, but for the columns that lie in the slot.
        ends: Where each of these ends there.
    """

    slot: int
    rest: bytes
    ends: tuple[int, ...]


class Slots:
    """Memory for the results of some items that are under way; to be made before processes are forked.

    Args:
        count: How many there may be.

    >>> slots = Slots(1)
    >>> sent = slots.put(slots.free(), pickle.PickleBuffer(b"letters"))
    >>> sent.ends, bytes(slots.take(sent))
    ((7,), b'letters')
    """

    def __init__(self, count: int) -> None:
        self._memory = mmap.mmap(-1, max(count * SIZE, 1))
        self._free = list(range(count))

    def free(self) -> int:
        """Return a slot that is free until its result is taken; -1 where all are in use."""
        return self._free.pop() if self._free else -1

    def put(self, slot: int, result: object) -> Sent:
        """Put a result into a slot, as far as it is columns that pickle can leave out."""
        columns: list[pickle.PickleBuffer] = []
        rest = pickle.dumps(result, 5, buffer_callback=columns.append)
        ends = [0]
        views = [column.raw() for column in columns]
        for view in views:
            ends.append(ends[-1] + view.nbytes)
        if slot < 0 or ends[-1] > SIZE:
            return Sent(slot, pickle.dumps(result, 5), ())
        for view, (start, end) in zip(views, pairwise(ends), strict=True):
            self._memory[slot * SIZE + start : slot * SIZE + end] = view
        return Sent(slot, rest, tuple(ends[1:]))

    def take(self, sent: Sent) -> Any:  # noqa: ANN401 - whatever was put
        """Return a result, and let its slot go."""
        at = sent.slot * SIZE
        columns = [self._memory[at + start : at + end] for start, end in pairwise((0, *sent.ends))]
        if sent.slot >= 0:
            self._free.append(sent.slot)
        return pickle.loads(sent.rest, buffers=columns)  # noqa: S301 - it comes from a process that this one forked
