"""Shows what is longer than the terminal through the user's pager."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

    from corpuscli.cli.console import Console


@contextlib.contextmanager
def paged(console: Console) -> Generator[Console]:
    """Collect what a command prints, and show it in ``$PAGER`` (else less) when the terminal is too low for it.

    Off a terminal nothing is collected: what is printed goes out at once.
    """
    if not console.interactive:
        yield console
        return
    import io
    from dataclasses import replace
    from shutil import get_terminal_size

    held = io.StringIO()
    yield replace(console, out=held)
    text = held.getvalue()
    pager = _pager()
    if text.count("\n") < get_terminal_size().lines or not pager or not _shown(text, pager):
        console.out.write(text)


def _pager() -> list[str]:
    import shlex
    import shutil

    asked = shlex.split(os.environ.get("PAGER", "less"))
    return asked if asked and shutil.which(asked[0]) else []


def _shown(text: str, pager: list[str]) -> bool:
    """Tell whether the pager has started; what it does not take, its user did not want to see."""
    import subprocess

    settings = {"LESS": "FRSX", **os.environ}
    try:
        running = subprocess.Popen(pager, stdin=subprocess.PIPE, env=settings)
    except OSError:
        return False
    with contextlib.suppress(OSError, KeyboardInterrupt):
        running.communicate(text.encode("utf-8", "surrogateescape"))
    running.wait()
    return True
