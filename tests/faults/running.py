"""Runs the program in this process, as the command line does, and notices when it hangs."""

from __future__ import annotations

import io
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from corpuscli.cli import app

if TYPE_CHECKING:
    from collections.abc import Generator

WORKING, WAITING = 60.0, 600.0
"""Seconds of the processor, and seconds at all, after which a command is held to hang. What is promised is two; a hang
is told from a slow machine that measures coverage too, and no test fails on time."""


class HangError(BaseException):
    """It hangs; not an ``Exception``, which the program would take for a bug of its own."""


class Ran(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str

    def is_sound(self) -> bool:
        """Tell whether it says nothing of a bug, and nothing that would steer a terminal."""
        return (
            self.code in (0, 1, 2)
            and "Traceback" not in self.err
            and "a bug in" not in self.err
            and not any(char < " " and char not in "\n\t" for char in self.out + self.err)
            and "\x7f" not in self.out + self.err
        )


def _hang(_number: int, _frame: object) -> None:
    raise HangError


@contextmanager
def watched() -> Generator[None]:
    """Raise ``HangError`` in what takes too long."""
    signal.signal(signal.SIGPROF, _hang)
    signal.signal(signal.SIGALRM, _hang)
    signal.setitimer(signal.ITIMER_PROF, WORKING)
    signal.setitimer(signal.ITIMER_REAL, WAITING)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def run(*arguments: str) -> Ran:
    """Run a command.

    Raises:
        HangError: It works longer than ``WORKING``, or waits longer than ``WAITING``.
    """
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    kept = sys.stdout, sys.stderr, sys.argv
    sys.stdout, sys.stderr, sys.argv = out, err, ["corpuscli", *arguments]
    try:
        with watched():
            code = app.run(arguments)
    finally:
        sys.stdout, sys.stderr, sys.argv = kept
    return Ran(code, *(stream.buffer.getvalue().decode("utf-8", "surrogateescape") for stream in (out, err)))
