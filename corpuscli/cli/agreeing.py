"""Asks a person at a terminal whether something shall be done."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpuscli.cli.console import Console


def agreed(console: Console, question: str) -> bool:
    """Put a question until the answer is yes (or Enter) or no; where the input has ended it is no."""
    while True:
        console.err.write(f"{question} [Y/n] ")
        console.err.flush()
        line = sys.stdin.readline()
        answer = line.strip().lower()
        if line and answer in ("", "y", "yes"):
            return True
        if not line or answer in ("n", "no", "q", "quit"):
            return False
        console.say("  Enter, y  yes      n  no")
