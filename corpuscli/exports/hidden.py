"""Characters that no format of text files holds, written as their names, and counted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import field

from corpuscli.model.values import dataclass

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def is_plain(words: str) -> bool:
    """Tell whether words hold no such character."""
    return _FORBIDDEN.search(words) is None


@dataclass(frozen=True, slots=True)
class Hidden:
    """Names control characters.

    Args:
        losses: Where they are counted.
    """

    losses: Counter[str] = field(default_factory=Counter[str])

    def shown(self, words: str) -> str:
        r"""Return words, a control character as its name in brackets.

        >>> Hidden().shown("a\x1bb")
        'a[U+001B]b'
        """
        return _FORBIDDEN.sub(self._named, words) if _FORBIDDEN.search(words) else words

    def _named(self, found: re.Match[str]) -> str:
        name = f"U+{ord(found[0]):04X}"
        self.losses[f"character {name}, written as [{name}]"] += 1
        return f"[{name}]"
