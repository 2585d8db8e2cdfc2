"""Shares work out to forks of this process, which know all that it knows, and send back bytes.

A pool of the standard library does the same by way of three threads, and takes to start what hundreds of letters take.
"""

from __future__ import annotations

import os
import signal
from contextlib import closing, contextmanager, suppress
from selectors import EVENT_READ, DefaultSelector
from struct import Struct
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from warnings import catch_warnings, simplefilter

from corpuscli.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from typing import TypeVar

    Part = TypeVar("Part")

AHEAD = 2
"""Parts that are given out for each process before their turn: what is held in memory."""
ROOM = 1024 * 1024
"""Bytes that a process can send before anybody reads them, where the system lets us say so."""
_TURN = Struct("=I")
"""The number of a part, as it is given out."""
_HEAD = Struct("=?IQ")
"""Whether what follows was made of a part, the part's number, and how many bytes follow."""


def forked(parts: Sequence[Part], work: Callable[[Part], bytes], processes: int) -> Generator[bytes, None, None]:
    """Yield what ``work`` makes of parts, in their order.

    Args:
        parts: What is asked for.
        work: Runs in the forks; what it raises is raised here.
        processes: How many forks.

    Raises:
        CorpusError: A fork was ended by somebody else.
    """
    made: dict[int, bytes] = {}
    given = 0
    with closing(_Forks(parts, work, processes)) as forks:
        for number in range(len(parts)):
            last = min(number + AHEAD * processes, len(parts))
            forks.give(range(given, last))
            given = max(given, last)
            while number not in made:
                made.update(forks.taken())
            yield made.pop(number)


@contextmanager
def beside(work: Callable[[], bytes]) -> Generator[Callable[[], bytes]]:
    """Let a fork work while this process goes on.

    Args:
        work: Runs in the fork.

    Yields:
        What waits for the fork, and returns what it has made or raises what it has raised; to be called once.
    """
    with closing(_Forks((None,), lambda _: work(), 1)) as forks:
        forks.give(range(1))
        yield lambda: next(data for _, data in forks.taken())


class _Forks:
    """Forks that wait for numbers of parts, and send back what they make of them."""

    def __init__(self, parts: Sequence[Any], work: Callable[[Any], bytes], processes: int) -> None:
        self._turns, self._giving = os.pipe()
        self._ends: dict[int, int] = {}
        self._selector = DefaultSelector()
        try:
            for _ in range(processes):
                self._fork(parts, work)
        except BaseException:
            self.close()
            raise

    def _fork(self, parts: Sequence[Any], work: Callable[[Any], bytes]) -> None:
        """Fork; a signal that comes meanwhile must not lead a fork out of its work, into what this process is at."""
        taking, sending = _pipe()
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
        try:
            with catch_warnings():  # of threads, which a fork lacks: it waits for nothing that they may hold
                simplefilter("ignore", DeprecationWarning)
                fork = os.fork()
            if not fork:
                _work(_Task(parts, work, self._turns, sending, (taking, self._giving, *self._ends), mask))
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        os.close(sending)
        self._ends[taking] = fork
        self._selector.register(taking, EVENT_READ)

    def give(self, numbers: range) -> None:
        """Give out parts by their numbers."""
        if numbers:
            os.write(self._giving, b"".join(map(_TURN.pack, numbers)))

    def taken(self) -> Iterator[tuple[int, bytes]]:
        """Wait until anything is sent, and yield what it is, with the number of its part."""
        for key, _ in self._selector.select():
            done, number, size = _HEAD.unpack(self._read(key.fd, _HEAD.size))
            data = self._read(key.fd, size)
            if not done:
                import pickle

                raise pickle.loads(data)  # noqa: S301 - of a fork of this process
            yield number, data

    def _read(self, end: int, size: int) -> bytes:
        pieces: list[bytes] = []
        while size:
            piece = os.read(end, min(size, ROOM))
            if not piece:
                raise CorpusError("a process that reads letters was ended by the system: run again; is memory short?")
            pieces.append(piece)
            size -= len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def close(self) -> None:
        """End the forks, whatever they do."""
        self._selector.close()
        for end in (self._turns, self._giving, *self._ends):
            os.close(end)
        for fork in self._ends.values():
            with suppress(ProcessLookupError):
                os.kill(fork, signal.SIGTERM)
            os.waitpid(fork, 0)


def _pipe() -> tuple[int, int]:
    taking, sending = os.pipe()
    import fcntl

    with suppress(AttributeError, OSError):  # not Linux, or more than a user may have
        fcntl.fcntl(sending, fcntl.F_SETPIPE_SZ, ROOM)
    return taking, sending


class _Task(NamedTuple):
    """What a fork has to do.

    Args:
        parts: What is asked for.
        work: What makes bytes of a part.
        turns: Where numbers of parts are read.
        sending: Where what is made is written.
        others: Ends of pipes that are the first process's own.
        mask: The signals that were held back before.
    """

    parts: Sequence[Any]
    work: Callable[[Any], bytes]
    turns: int
    sending: int
    others: tuple[int, ...]
    mask: set[signal.Signals | int]


def _work(task: _Task) -> NoReturn:
    """Work as long as there are parts, and end without a return to what the first process was at."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process alone answers an interrupt
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, task.mask)
        for end in task.others:
            os.close(end)
        while turn := os.read(task.turns, _TURN.size):
            [number] = _TURN.unpack(turn)
            _send(task.sending, task.work(task.parts[number]), number)
    except BaseException as problem:  # noqa: BLE001 - the first process is told
        import pickle

        with suppress(BaseException):
            _send(task.sending, pickle.dumps(problem))
    finally:
        os._exit(0)


def _send(sending: int, data: bytes, number: int | None = None) -> None:
    rest = memoryview(_HEAD.pack(number is not None, number or 0, len(data)) + data)
    while rest:
        rest = rest[os.write(sending, rest) :]
