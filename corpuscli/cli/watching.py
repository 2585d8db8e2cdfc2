"""Looks again whenever a file of the corpus changes, until it is interrupted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from corpuscli.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from corpuscli.cli.console import Console

PAUSE = 0.5
"""Seconds between two walks over the corpus."""


def watch(console: Console, root: str, look: Callable[[], object]) -> NoReturn:
    """Look, then wait for a change, for ever.

    Args:
        console: Where it is said that we wait, and what went wrong.
        root: The corpus.
        look: Looks and prints what it has found. What it cannot read, as a register that is being edited, is said.
    """
    from corpuscli.store.state import state_of

    seen: object = None
    while True:
        try:
            now: object = state_of(root)
            if now != seen:
                look()
        except CorpusError as problem:
            now = str(problem)
            if now != seen:
                console.complain(now)
        if now != seen:
            console.out.flush()
            console.say(f"{time.strftime('%H:%M:%S')} waiting for changes; Ctrl+C ends")
            seen = now
        time.sleep(PAUSE)
