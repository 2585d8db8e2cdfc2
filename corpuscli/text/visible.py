r"""Makes control, escape and bidi characters visible, so that data cannot steer a terminal."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\u180e\U000e0000-\U000e007f]"
)
_HIDDEN_LINE = re.compile(rf"[\t\n]|{_HIDDEN.pattern}")


def visible(text: str, *, lines: bool = False) -> str:
    r"""Return ``text`` with every control, format and bidi character written as an escape.

    Args:
        text: Any text from a file or a user.
        lines: Whether line feeds and tabs may stay.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    pattern = _HIDDEN if lines else _HIDDEN_LINE
    return pattern.sub(_escape, text) if pattern.search(text) else text


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
