"""Searches with a user's regular expression, which may take for ever: ``(a+)+b`` does, on thirty letters."""

from __future__ import annotations

import re
import signal
from typing import TYPE_CHECKING

from corpuscli.errors import UsageError
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    Answer = TypeVar("Answer")

SECONDS = 1.5
"""Seconds of the processor for one text, many times what any sane expression takes."""


class _TooLongError(Exception):
    """Raised in the midst of a search."""


def compiled(pattern: str) -> re.Pattern[str]:
    """Read an expression; case does not matter.

    Raises:
        UsageError: It is none.
    """
    try:
        return re.compile(pattern, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as problem:
        raise UsageError(f"/{pattern}/ is no regular expression: {problem}") from None


def found(pattern: re.Pattern[str], text: str, start: int = 0) -> bool:
    """Tell whether an expression is found in a text, from an offset on.

    Raises:
        UsageError: It takes longer than ``SECONDS``.
    """
    return _in_time(pattern, len(text) - start, lambda: pattern.search(text, start) is not None)


def places(pattern: re.Pattern[str], text: str, within: Span) -> list[Span]:
    """Return where an expression is found in a part of a text, without empty places.

    Raises:
        UsageError: It takes longer than ``SECONDS``.
    """

    def look() -> list[Span]:
        return [Span(*one.span()) for one in pattern.finditer(text, within.start, within.end) if one[0]]

    return _in_time(pattern, len(within), look)


def _in_time(pattern: re.Pattern[str], size: int, look: Callable[[], Answer]) -> Answer:
    """Look for an expression in a text of so many code points.

    Where there is no timer (Windows, or another thread than the first), the search takes the time that it takes.
    """
    try:
        before = signal.signal(signal.SIGVTALRM, _stop)
    except (AttributeError, ValueError):
        return look()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        return look()
    except _TooLongError:
        raise UsageError(
            f"/{pattern.pattern}/ takes too long on a text of {size} characters: say it with fewer * and +"
        ) from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, _frame: object) -> None:
    raise _TooLongError
