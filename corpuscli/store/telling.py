"""Says how far the reading of many letters has come, to whoever listens: layers above know what a terminal is."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    Some = TypeVar("Some", bound=Collection[object])


class Listener(Protocol):
    """Is told of one reading."""

    def tell(self, count: int) -> None:
        """So many letters have been read."""

    def clear(self) -> None:
        """No more will be."""


_ready: ContextVar[Callable[[], Listener] | None] = ContextVar("ready", default=None)


def listen(ready: Callable[[], Listener] | None) -> None:
    """Let a listener be made for each reading that begins from now on; None for no more."""
    _ready.set(ready)


def passed_on(read: Iterable[Some]) -> Iterator[Some]:
    """Yield what is read, some letters at a time, and tell how many that were."""
    ready = _ready.get()
    if ready is None:
        yield from read
        return
    listener, count = ready(), 0
    try:
        for some in read:
            count += len(some)
            listener.tell(count)
            yield some
    finally:
        listener.clear()
