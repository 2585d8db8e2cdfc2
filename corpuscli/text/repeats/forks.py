"""Work that is shared out to forked processes, which see all that this one has in memory.

Nothing is sent to them but what each item says; where processes cannot fork, or there is one core, all is done here.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Seen = TypeVar("Seen")
Item = TypeVar("Item")
Result = TypeVar("Result")

LARGE = 3000
"""Texts from which the start of further processes pays."""
MOST = 4
AHEAD = 3
"""Items for each process that may wait: what is held in memory."""
_held: list[Any] = []
"""What the processes are to do, and what they see: set before they are forked."""


def workers_for(count: int) -> int:
    """Return how many processes share the work on that many texts: one on few, else as many as there are cores.

    One too where processes do not fork: there a new one would begin with the caller's program.
    """
    if count < LARGE or sys.platform != "linux":
        return 1
    return min(len(os.sched_getaffinity(0)), MOST)


def shared_out(
    function: Callable[[Seen, Item], Result], seen: Seen, items: Iterable[Item], workers: int = 1
) -> Iterator[Result]:
    """Yield what a function makes of items, in their order.

    Args:
        function: Takes ``seen`` and an item; its result is sent back.
        seen: What the processes see, as it is now.
        items: What is sent to them.
        workers: How many processes; 1 for this one alone.
    """
    if workers == 1:
        yield from (function(seen, item) for item in items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    _held[:] = function, seen
    pool = ProcessPoolExecutor(workers, get_context("fork"), _begun)
    waiting = deque[Any]()
    try:
        for item in items:
            waiting.append(pool.submit(_done, item))
            if len(waiting) > AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
        _held.clear()


def _begun() -> None:
    """The first process alone answers an interrupt; what is seen is not looked through for garbage, nor copied so."""
    import gc
    import signal

    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _done(item: object) -> object:
    function, seen = _held
    return function(seen, item)
