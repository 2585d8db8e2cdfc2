"""Work that is shared out to forked processes, which see all that this one has in memory.

Nothing is sent to them but what each item says; where processes cannot fork, or there is one core, all is done here.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import ProcessPoolExecutor

    from corpuscli.text.repeats.slots import Sent, Slots

Seen = TypeVar("Seen")
Item = TypeVar("Item")
Result = TypeVar("Result")

LARGE = 3000
"""Texts from which the start of further processes pays."""
MOST = 4
AHEAD = 3
"""Items for each process that may wait, unless asked otherwise."""
_held: list[tuple[Any, Slots]] = []
"""What a forked process sees, and where its results go; it comes with the fork, and is not sent."""


def workers_for(count: int) -> int:
    """Return how many processes share the work on that many texts: one on few, else as many as there are cores.

    One too where processes do not fork: there a new one would begin with the caller's program.
    """
    if count < LARGE or sys.platform != "linux":
        return 1
    return min(len(os.sched_getaffinity(0)), MOST)


class Crew(Generic[Seen]):
    """Processes that share work, forked when the first of it is there; to be used in a ``with``.

    Args:
        seen: What they see, as it is then.
        workers: How many there are; 1 for this process alone.
    """

    def __init__(self, seen: Seen, workers: int = 1) -> None:
        self._seen = seen
        self._workers = workers
        self._forked: tuple[ProcessPoolExecutor, Slots] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._forked:
            self._forked[0].shutdown(cancel_futures=True)

    def share(
        self, function: Callable[[Seen, Item], Result], items: Iterable[Item], ahead: int = AHEAD
    ) -> Iterator[Result]:
        """Yield what a function of this module's caller makes of items, in their order.

        Args:
            function: Takes what is seen, and an item; its result is sent back.
            items: What is sent to the processes.
            ahead: How many items for each of them may wait: what is held in memory.
        """
        if self._workers == 1:
            yield from (function(self._seen, item) for item in items)
            return
        self._forked = pool, slots = self._forked or self._fork()
        waiting = deque[Any]()
        for item in items:
            waiting.append(pool.submit(_done, function, item, slots.free()))
            if len(waiting) > ahead * self._workers:
                yield slots.take(waiting.popleft().result())
        while waiting:
            yield slots.take(waiting.popleft().result())

    def _fork(self) -> tuple[ProcessPoolExecutor, Slots]:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        from corpuscli.text.repeats.slots import Slots

        slots = Slots(AHEAD * self._workers + 1)
        return ProcessPoolExecutor(self._workers, get_context("fork"), _begun, (self._seen, slots)), slots


def _begun(seen: object, slots: Slots) -> None:
    """The first process alone answers an interrupt; what is seen is not looked through for garbage, nor copied so."""
    import gc
    import signal

    _held[:] = ((seen, slots),)
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _done(function: Callable[[Any, Item], Result], item: Item, slot: int) -> Sent:
    seen, slots = _held[0]
    return slots.put(slot, function(seen, item))
