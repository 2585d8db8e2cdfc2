"""Reads many letters for the index, some at a time, on all cores where there are many."""

from __future__ import annotations

import marshal
import os
import sys
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from corpuscli.store.corpus import Corpus
from corpuscli.store.index.content import Content, contents_of
from corpuscli.store.telling import passed_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import TypeVar

    from corpuscli.store.index.looking import Look

    Asked = TypeVar("Asked")
    Found = TypeVar("Found", bound=tuple[object, ...])

BATCH = 500
"""Letters read at a time, at most: what is held in memory."""
LAST = 50
"""Letters in the last batches: so long one process may wait for another in the end."""
GROUP = 100
"""Letters that one step after another is taken with; see ``looking``."""
LARGE = 4_000
"""Letters from which the start of further processes pays; where an analysis looks on, a quarter of them."""
MOST = 4
FORKS = hasattr(os, "fork") and sys.platform != "darwin"
"""Whether this process can go on twice: on macOS its system's libraries may forbid it."""


def forks() -> bool:
    """Tell whether a fork may work beside this process."""
    return FORKS and cores() > 1


def batches(corpus: Corpus, letters: Sequence[tuple[str, bytes]], look: Look | None = None) -> Iterator[list[Content]]:
    """Yield what the index keeps of letters, in their order, some at a time.

    Args:
        corpus: The corpus.
        letters: Their paths, relative to it, each with the digest of the bytes that were read last.
        look: An analysis that looks on.
    """
    for contents in shared(corpus, letters, partial(_read, look=look), LARGE // 4 if look else LARGE):
        yield [Content(*content) for content in contents]


def shared(
    corpus: Corpus, letters: Sequence[Asked], read: Callable[[Corpus, Sequence[Asked]], list[Found]], large: int = LARGE
) -> Iterator[list[Found]]:
    """Yield what is read of letters, in their order, ``BATCH`` at a time at most; of many, all cores read.

    Args:
        corpus: The corpus.
        letters: What is asked for.
        read: What reads some of them: a function that another process can import; it returns tuples.
        large: Letters from which the start of further processes pays.
    """
    return passed_on(_shared(corpus, letters, read, large))


def _shared(
    corpus: Corpus, letters: Sequence[Asked], read: Callable[[Corpus, Sequence[Asked]], list[Found]], large: int
) -> Iterator[list[Found]]:
    if len(letters) < large or cores() == 1:
        for n in range(0, len(letters), BATCH):
            yield read(corpus, letters[n : n + BATCH])
        return
    parts = [letters[start:end] for start, end in pairwise(_edges(len(letters)))]
    read(corpus, letters[:1])  # what is loaded and compiled now, all processes have from the start
    for data in _made(corpus, parts, read):
        yield marshal.loads(data)  # noqa: S302 - of a process that this one started


def _made(
    corpus: Corpus, parts: Sequence[Sequence[Asked]], read: Callable[[Corpus, Sequence[Asked]], list[Found]]
) -> Iterator[bytes]:
    """Yield what further processes read of the parts, in their order."""
    if FORKS:
        from corpuscli.store.index.forks import forked

        yield from forked(parts, lambda part: _sent(corpus.root, part, read), cores())
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(cores(), initializer=_ignore_interrupts) as pool:
        try:
            ahead = 2 * cores()
            waiting = [pool.submit(_sent, corpus.root, part, read) for part in parts[:ahead]]
            for part in parts[ahead:]:
                yield waiting.pop(0).result()
                waiting.append(pool.submit(_sent, corpus.root, part, read))
            while waiting:
                yield waiting.pop(0).result()
        finally:
            pool.shutdown(cancel_futures=True)


def _edges(count: int) -> Iterator[int]:
    """Yield where batches begin and the last one ends: the less there is left, the smaller they are."""
    edge = 0
    while edge < count:
        yield edge
        edge += max(LAST, min(BATCH, (count - edge) // (4 * cores())))
    yield count


def cores() -> int:
    """Return how many processes may work at a time."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST)


def _ignore_interrupts() -> None:
    """The first process alone answers an interrupt; it ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _sent(root: Path, letters: Sequence[Asked], read: Callable[[Corpus, Sequence[Asked]], list[Found]]) -> bytes:
    """Read letters in another process; marshal takes a third of pickle's time, and both ends are the same Python."""
    return marshal.dumps([tuple(found) for found in read(Corpus(root), letters)])


def _read(corpus: Corpus, letters: Sequence[tuple[str, bytes]], look: Look | None) -> list[Content]:
    groups = (letters[n : n + GROUP] for n in range(0, len(letters), GROUP))
    return [content for group in groups for content in contents_of(corpus, group, look)]
