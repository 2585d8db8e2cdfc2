"""An analysis that looks at letters while the index reads them: each file is read and parsed once for both.

It is given some letters at a time, so that it can take one step after the other, each for all of them: the program of
one step fits into the processor's cache, that of all steps does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from corpuscli.errors import InputError
    from corpuscli.model.letter import Letter

    Read = tuple[str, Letter | InputError, bytes]
    """A path, the letter or why it cannot be read, and the digest of its bytes."""
    Look = Callable[[Sequence[Read]], list[bytes]]


@dataclass(frozen=True, slots=True)
class Looking:
    """What the index asks while it reads letters that are new or have changed.

    Args:
        analysis: The analysis' name, as for ``Index.kept``.
        version: Its version, as for ``Index.kept``.
        ready: Called once, when there is something to read, and told whether that is the whole corpus; returns what
            looks at letters and gives the fact to keep of each. It is sent to other processes.
        holds: Tells whether ``version`` still is that of program and settings; where it is not, nothing is kept. Asked
            once, when all is read.
        taken: Told the path and the fact of each letter as it is kept, in the order of paths; an empty fact of one that
            was not looked at.
        warm: Called where ``ready`` will be if there is any letter, while the letters are still listed: may load and
            compile what takes time.
    """

    analysis: str
    version: str
    ready: Callable[[bool], Look]
    holds: Callable[[], bool]
    taken: Callable[[Iterable[tuple[str, bytes]]], None]
    warm: Callable[[], None]
