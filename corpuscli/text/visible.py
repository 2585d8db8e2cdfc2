r"""Makes control, escape and bidi characters visible, so that data cannot steer a terminal."""

from __future__ import annotations

import re
from functools import cache

_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\u180e\U000e0000-\U000e007f"
)


@cache
def _hidden(*, lines: bool) -> re.Pattern[str]:
    """What is hidden; built when a text is met that is not all printable, to start fast."""
    return re.compile(f"[{_HIDDEN}]" if lines else f"[\t\n{_HIDDEN}]")


def visible(text: str, *, lines: bool = False) -> str:
    r"""Return ``text`` with every control, format and bidi character written as an escape.

    Args:
        text: Any text from a file or a user.
        lines: Whether line feeds and tabs may stay.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    return text if text.isprintable() else _hidden(lines=lines).sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
