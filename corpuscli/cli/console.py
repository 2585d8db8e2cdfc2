"""Prints: data on stdout, talk on stderr, paint only where it is wanted."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from corpuscli.errors import UsageError
from corpuscli.model.values import dataclass
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from corpuscli.cli.options import Shared
    from corpuscli.cli.progress import Progress

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "hint": "36",
    "good": "32",
    "dim": "2",
    "bold": "1",
    "added": "32",
    "removed": "31",
}
WHEN = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class Console:
    """Where a command's words go.

    Args:
        out: Data.
        err: Talk.
        colored: Whether data is painted.
        quiet: Whether talk other than errors is left out.
    """

    out: TextIO
    err: TextIO
    colored: bool = False
    quiet: bool = False

    @property
    def interactive(self) -> bool:
        """Whether a person sits at both ends: only then may a command ask."""
        return sys.stdin is not None and sys.stdin.isatty() and self.err.isatty() and self.out.isatty()

    @property
    def width(self) -> int:
        """The cells of the terminal that data goes to; 0 where it goes elsewhere."""
        if not self.out.isatty():
            return 0
        import shutil

        return shutil.get_terminal_size().columns

    def print(self, line: str = "") -> None:
        """Print a line of data as it is."""
        self.out.write(line + "\n")

    def say(self, line: str) -> None:
        """Say a line on stderr, unless ``--quiet``; control characters are shown escaped."""
        if not self.quiet:
            self.err.write(visible(line, lines=True) + "\n")

    def complain(self, line: str) -> None:
        """Say an error on stderr, always, in one line: a file's name may hold line feeds."""
        self.err.write(visible(line) + "\n")

    def progress(self, unit: str) -> Progress:
        """Return what tells how far a long command has come: how many ``unit`` are done."""
        from corpuscli.cli.progress import Progress

        return Progress(self.err, unit, self.quiet)

    def paint(self, words: str, style: str) -> str:
        """Return ``words`` in a style for stdout: error, warning, hint, good, dim, bold, added or removed."""
        return f"\x1b[{_CODES[style]}m{words}\x1b[0m" if self.colored and words else words


def open_console(shared: Shared) -> Console:
    """Make the console that the shared options ask for.

    Raises:
        UsageError: ``--color`` is none of auto, always, never.
    """
    if shared.color not in WHEN:
        raise UsageError(f"unknown --color {shared.color!r}: one of {', '.join(WHEN)}")
    console = Console(sys.stdout, sys.stderr, _colored(sys.stdout, shared.color), shared.quiet)
    if console.err.isatty():
        from corpuscli.store.telling import listen

        listen(lambda: console.progress("letters"))
    return console


def _colored(stream: TextIO, when: str) -> bool:
    if when != "auto":
        return when == "always"
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()
