"""A line on the terminal that tells how far a long command has come."""

from __future__ import annotations

import os
import time
from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from typing import TextIO

_PATIENCE = 1.0
"""Seconds of silence before the first line."""
_EVERY = 0.2
"""Seconds between two lines."""
_CLEAR = "\r\x1b[K"


@dataclass(slots=True)
class Progress:
    """Shows a count on a terminal, when a command takes longer than a second; elsewhere, and under CI, nothing.

    Args:
        err: Where to.
        unit: What is counted, as ``letters``.
        quiet: Whether talk is left out.
    """

    err: TextIO
    unit: str
    quiet: bool = False
    _begun: float = field(default_factory=time.monotonic)
    _last: float = 0.0
    _shown: bool = False

    def tell(self, count: int, doing: str = "") -> None:
        """Say how many are done, and what is being done."""
        if self.quiet or os.environ.get("CI") or not self.err.isatty():
            return
        now = time.monotonic()
        if now - self._begun < _PATIENCE or now - self._last < _EVERY:
            return
        self._last, self._shown = now, True
        words = f"{count:,} {self.unit}, {count / (now - self._begun):,.0f} a second"
        self.err.write(f"{_CLEAR}{words}  {visible(doing)[-40:]}")
        self.err.flush()

    def clear(self) -> None:
        """Take the line away, before anything else is said."""
        if self._shown:
            self.err.write(_CLEAR)
            self.err.flush()
            self._shown = False
