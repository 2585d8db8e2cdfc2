"""Patterns that are compiled when first used: compiling is a quarter of what adding one page costs."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Late:
    """A pattern of which many a page has no need.

    Its methods are those of the compiled pattern, and as fast from the second call on.

    >>> roman = Late("[ivx]+", re.IGNORECASE)
    >>> bool(roman.fullmatch("XIV")), bool(roman.match("1921"))
    (True, False)
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._source = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    @cached_property
    def match(self) -> Callable[[str], re.Match[str] | None]:
        """See ``re.Pattern.match``."""
        return self._compiled.match

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        """See ``re.Pattern.search``."""
        return self._compiled.search

    @cached_property
    def fullmatch(self) -> Callable[[str], re.Match[str] | None]:
        """See ``re.Pattern.fullmatch``."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[[str], Iterator[re.Match[str]]]:
        """See ``re.Pattern.finditer``."""
        return self._compiled.finditer
