"""Searches with a user's regular expression, which may take for ever: ``(a+)+b`` does, on thirty letters."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from corpuscli.errors import UsageError

if TYPE_CHECKING:
    import re

SECONDS = 1.5
"""Seconds of the processor for one text, many times what any sane expression takes."""


class _TooLongError(Exception):
    """Raised in the midst of a search."""


def found(pattern: re.Pattern[str], text: str, start: int = 0) -> bool:
    """Tell whether an expression is found in a text.

    Where there is no timer (Windows, or another thread than the first), the search takes the time that it takes.

    Args:
        pattern: The expression.
        text: The text.
        start: Where the search begins, in code points.

    Raises:
        UsageError: It takes longer than ``SECONDS``.
    """
    try:
        before = signal.signal(signal.SIGVTALRM, _stop)
    except (AttributeError, ValueError):
        return pattern.search(text, start) is not None
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        return pattern.search(text, start) is not None
    except _TooLongError:
        raise UsageError(
            f"/{pattern.pattern}/ takes too long on a text of {len(text) - start} characters: say it with fewer * and +"
        ) from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, _frame: object) -> None:
    raise _TooLongError
