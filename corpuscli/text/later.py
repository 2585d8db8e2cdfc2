"""Expressions that are compiled when they are first used: of many that a program has, a run uses few."""

from __future__ import annotations

import re
from typing import cast

_WAYS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


class _Later:
    """What an expression is until it is used; then its ways of looking are this object's own, and as fast."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._given)
        self.__dict__.update((way, getattr(compiled, way)) for way in _WAYS)
        return getattr(compiled, name)


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return an expression that is not compiled yet.

    Args:
        pattern: The expression, right or wrong: ``re.error`` is raised when it is first used.
        flags: As ``re.compile`` takes them.

    >>> later("[a-z]+").findall("Dear Comrade")
    ['ear', 'omrade']
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))
