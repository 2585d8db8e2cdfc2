"""Reads many letters for the index, some at a time, on all cores where there are many."""

from __future__ import annotations

import marshal
import os
from typing import TYPE_CHECKING

from corpuscli.store.corpus import Corpus
from corpuscli.store.index.content import Content, contents_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from corpuscli.store.index.looking import Look

BATCH = 500
"""Letters read at a time: what is held in memory."""
GROUP = 50
"""Letters that one step after another is taken with; see ``looking``."""
LARGE = 4_000
"""Letters from which the start of further processes pays; where an analysis looks on, a quarter of them."""
MOST = 4


def batches(corpus: Corpus, letters: Sequence[tuple[str, bytes]], look: Look | None = None) -> Iterator[list[Content]]:
    """Yield what the index keeps of letters, in their order, ``BATCH`` at a time.

    Args:
        corpus: The corpus.
        letters: Their paths, relative to it, each with the digest of the bytes that were read last.
        look: An analysis that looks on.
    """
    parts = [letters[n : n + BATCH] for n in range(0, len(letters), BATCH)]
    if len(letters) < (LARGE // 4 if look else LARGE) or _cores() == 1:
        for part in parts:
            yield _read(corpus, part, look)
        return
    from concurrent.futures import ProcessPoolExecutor

    _read(corpus, letters[:1], look)  # what is loaded and compiled now, all processes have from the start
    with ProcessPoolExecutor(_cores(), initializer=_ignore_interrupts) as pool:
        try:
            ahead = 2 * _cores()
            waiting = [pool.submit(_sent, corpus.root, part, look) for part in parts[:ahead]]
            for part in parts[ahead:]:
                yield _received(waiting.pop(0).result())
                waiting.append(pool.submit(_sent, corpus.root, part, look))
            while waiting:
                yield _received(waiting.pop(0).result())
        finally:
            pool.shutdown(cancel_futures=True)


def _cores() -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST)


def _ignore_interrupts() -> None:
    """The first process alone answers an interrupt; it ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _sent(root: Path, letters: Sequence[tuple[str, bytes]], look: Look | None) -> bytes:
    """Read letters in another process; marshal takes a third of pickle's time, and both ends are the same Python."""
    return marshal.dumps([tuple(content) for content in _read(Corpus(root), letters, look)])


def _received(sent: bytes) -> list[Content]:
    return [Content(*content) for content in marshal.loads(sent)]  # noqa: S302 - of a process that this one started


def _read(corpus: Corpus, letters: Sequence[tuple[str, bytes]], look: Look | None) -> list[Content]:
    groups = (letters[n : n + GROUP] for n in range(0, len(letters), GROUP))
    return [content for group in groups for content in contents_of(corpus, group, look)]
